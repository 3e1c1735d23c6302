-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = retired, public;

-- Breaking

BEGIN;

-- - view retired.open_parts
--   breaks-clients: clients that use the view fail
DROP VIEW retired.open_parts;

-- - foreign key retired.sub_parts.sub_parts_part_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE retired.sub_parts DROP CONSTRAINT sub_parts_part_id_fkey;

-- - table retired.parts
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE retired.parts;

-- - table retired.sub_parts
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE retired.sub_parts;

-- - sequence retired.counter
--   destroys-data: how far the sequence has counted is lost
DROP SEQUENCE retired.counter;

-- - enum retired.state
--   breaks-clients: clients that use the type fail
DROP TYPE retired.state;

SET search_path = public;

-- - schema retired
--   breaks-clients: clients that use the schema fail
DROP SCHEMA retired;

COMMIT;
