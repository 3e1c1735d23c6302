-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.a.gone → column public.a.cancelled
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.a RENAME COLUMN gone TO cancelled;

-- → column public.a.room → column public.a.hall
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.a RENAME COLUMN room TO hall;

-- → column public.a.during → column public.a.span
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.a RENAME COLUMN during TO span;

COMMIT;
