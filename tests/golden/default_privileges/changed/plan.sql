-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ default privileges for role golden_owner in schema public on tables
--   breaks-clients: golden_reader loses insert on the tables that golden_owner creates from then on
ALTER DEFAULT PRIVILEGES FOR ROLE golden_owner IN SCHEMA public REVOKE INSERT ON TABLES FROM golden_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE golden_owner IN SCHEMA public GRANT UPDATE ON TABLES TO golden_reader;

-- ~ default privileges for role golden_owner on types
--   breaks-clients: golden_writer can't grant to others usage on the types that golden_owner creates from then on
ALTER DEFAULT PRIVILEGES FOR ROLE golden_owner REVOKE GRANT OPTION FOR USAGE ON TYPES FROM golden_writer;
ALTER DEFAULT PRIVILEGES FOR ROLE golden_owner GRANT USAGE ON TYPES TO PUBLIC;

COMMIT;
