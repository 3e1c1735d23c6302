-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema types
CREATE SCHEMA types;

SET search_path = types, public;

-- Breaking

-- → enum app.state → enum types.status
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER TYPE app.state SET SCHEMA types;
ALTER TYPE types.state RENAME TO status;

COMMIT;
