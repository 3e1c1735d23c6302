-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = s2, public;

-- Breaking

BEGIN;

-- → table s1.a → table s2.a
--   breaks-clients: clients that use the old schema fail
ALTER TABLE s1.a SET SCHEMA s2;

COMMIT;
