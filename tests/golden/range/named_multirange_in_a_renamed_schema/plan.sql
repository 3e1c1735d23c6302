-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → schema a → schema b
--   breaks-clients: clients that use the old name fail
ALTER SCHEMA a RENAME TO b;

COMMIT;
