-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → enum public.e → enum public.e2
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.e RENAME TO e2;

COMMIT;
