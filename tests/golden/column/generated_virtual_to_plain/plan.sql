-- Plan for golden (PostgreSQL 18.4): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - column public.t.v
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN v;

-- + column public.t.v
ALTER TABLE public.t ADD COLUMN v integer;

COMMIT;
