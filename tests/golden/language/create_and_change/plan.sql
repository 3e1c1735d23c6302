-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + language mine
CREATE LANGUAGE mine HANDLER plpgsql_call_handler;
COMMENT ON LANGUAGE mine IS 'of my own';

-- ~ language yours
CREATE OR REPLACE TRUSTED LANGUAGE yours HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;

-- Breaking

-- → language unnamed → language named
--   breaks-clients: clients that use the old name fail
ALTER LANGUAGE unnamed RENAME TO named;

COMMIT;
