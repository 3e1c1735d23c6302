-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = core, public;

-- Breaking

BEGIN;

-- → table app.k → table core.k
--   breaks-clients: clients that use the old schema fail
ALTER TABLE app.k SET SCHEMA core;

-- → table app.t → table core.t
--   breaks-clients: clients that use the old schema fail
ALTER TABLE app.t SET SCHEMA core;

COMMIT;
