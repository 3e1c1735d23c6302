-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + default privileges for role golden_owner in schema public on tables
ALTER DEFAULT PRIVILEGES FOR ROLE golden_owner IN SCHEMA public GRANT SELECT ON TABLES TO golden_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE golden_owner IN SCHEMA public GRANT ALL ON TABLES TO golden_writer;

-- + default privileges for role golden_owner on functions
ALTER DEFAULT PRIVILEGES FOR ROLE golden_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- + default privileges for role golden_owner on sequences
ALTER DEFAULT PRIVILEGES FOR ROLE golden_owner GRANT USAGE ON SEQUENCES TO golden_writer WITH GRANT OPTION;

COMMIT;
