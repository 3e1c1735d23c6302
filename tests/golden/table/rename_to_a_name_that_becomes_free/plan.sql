-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.attractions → table public.old_attractions
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.attractions RENAME TO old_attractions;

-- → table public.places → table public.attractions
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.places RENAME TO attractions;

COMMIT;
