-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = s2, public;

-- Breaking

BEGIN;

-- → table s1.t → table s2.t
--   breaks-clients: clients that use the old schema fail
ALTER TABLE s1.t SET SCHEMA s2;

-- → view s1.v → view s2.v
--   breaks-clients: clients that use the old schema fail
ALTER VIEW s1.v SET SCHEMA s2;

-- → materialized view s1.m → materialized view s2.m
--   breaks-clients: clients that use the old schema fail
ALTER MATERIALIZED VIEW s1.m SET SCHEMA s2;

-- - materialized view s2.m
--   breaks-clients: clients that use it fail until it is computed anew
DROP MATERIALIZED VIEW s2.m;

-- ~ column s2.t.i
ALTER TABLE s2.t ALTER COLUMN i SET DEFAULT f();

-- + check s2.t.t_check
ALTER TABLE s2.t ADD CONSTRAINT t_check CHECK (i > f());

-- ~ view s2.v
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW s2.v AS
SELECT a.i
   FROM a;

-- + materialized view s2.m
CREATE MATERIALIZED VIEW s2.m AS
select i from a;

-- - check s2.t.t_i_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE s2.t DROP CONSTRAINT t_i_check;

COMMIT;
