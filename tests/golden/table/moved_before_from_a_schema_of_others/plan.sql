-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = new, public;

-- Breaking

BEGIN;

-- → table old.b → table new.b
--   breaks-clients: clients that use the old schema fail
ALTER TABLE old.b SET SCHEMA new;

COMMIT;
