-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = t1, public;

-- Breaking

BEGIN;

-- → enum t1.e → enum t1.e2
--   breaks-clients: clients that use the old name fail
ALTER TYPE t1.e RENAME TO e2;

-- → function t1.f(integer) → function t1.f2(integer)
--   breaks-clients: clients that use the old name fail
ALTER FUNCTION t1.f(integer) RENAME TO f2;

-- → sequence t1.sq → sequence t1.sq2
--   breaks-clients: clients that use the old name fail
ALTER SEQUENCE t1.sq RENAME TO sq2;

-- → table t1.t → table t1.u
--   breaks-clients: clients that use the old name fail
ALTER TABLE t1.t RENAME TO u;

COMMIT;
