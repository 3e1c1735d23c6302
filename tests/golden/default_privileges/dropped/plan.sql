-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- - default privileges for role golden_owner on functions
ALTER DEFAULT PRIVILEGES FOR ROLE golden_owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

-- Breaking

-- - default privileges for role golden_owner in schema public on tables
--   breaks-clients: golden_reader loses select on the tables that golden_owner creates from then on
ALTER DEFAULT PRIVILEGES FOR ROLE golden_owner IN SCHEMA public REVOKE SELECT ON TABLES FROM golden_reader;

COMMIT;
