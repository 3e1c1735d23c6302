-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - column public.t.m
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN m;

-- - column public.t.r
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN r;

-- - range type public.r
--   breaks-clients: clients that use the type fail
DROP TYPE public.r;

COMMIT;
