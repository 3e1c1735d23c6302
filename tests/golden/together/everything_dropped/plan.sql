-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = app, public;

-- Breaking

BEGIN;

-- - view app.w
--   breaks-clients: clients that use the view fail
DROP VIEW app.w;

-- - view app.v
--   breaks-clients: clients that use the view fail
DROP VIEW app.v;

-- - foreign key app.a.a_b
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE app.a DROP CONSTRAINT a_b;

-- - foreign key app.b.b_a_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE app.b DROP CONSTRAINT b_a_id_fkey;

-- - table app.a
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE app.a;

-- - table app.b
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE app.b;

-- - table app.c
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE app.c;

-- - sequence app.free
--   destroys-data: how far the sequence has counted is lost
DROP SEQUENCE app.free;

-- - sequence app.used
--   destroys-data: how far the sequence has counted is lost
DROP SEQUENCE app.used;

-- - enum app.mood
--   breaks-clients: clients that use the type fail
DROP TYPE app.mood;

SET search_path = public;

-- - schema app
--   breaks-clients: clients that use the schema fail
DROP SCHEMA app;

COMMIT;
