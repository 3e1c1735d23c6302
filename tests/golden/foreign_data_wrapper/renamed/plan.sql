-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + foreign data wrapper better
CREATE FOREIGN DATA WRAPPER better;

-- Breaking

-- - server s
--   breaks-clients: clients that use the server fail
DROP SERVER s;

-- + server s
CREATE SERVER s FOREIGN DATA WRAPPER better;

COMMIT;
