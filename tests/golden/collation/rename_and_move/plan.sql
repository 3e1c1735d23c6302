-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = app, public;

-- Breaking

BEGIN;

-- → collation public.c → collation app.german
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER COLLATION public.c SET SCHEMA app;
ALTER COLLATION app.c RENAME TO german;

COMMIT;
