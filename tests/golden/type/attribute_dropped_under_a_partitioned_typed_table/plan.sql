-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - attribute public.w.c
--   destroys-data: its value in every row with the type is lost
--   breaks-clients: clients that use the attribute fail
ALTER TYPE public.w DROP ATTRIBUTE c CASCADE;

COMMIT;
