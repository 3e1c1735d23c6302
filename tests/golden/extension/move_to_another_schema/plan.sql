-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public, ext;

-- Breaking

BEGIN;

-- ~ extension citext
--   breaks-clients: clients that name the old schema fail
ALTER EXTENSION citext SET SCHEMA ext;

COMMIT;
