-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.par.a → column public.par.aa
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.par RENAME COLUMN a TO aa;

-- + column public.chi.a
ALTER TABLE public.chi ADD COLUMN a integer;

COMMIT;
