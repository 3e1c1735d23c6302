-- Plan for golden (PostgreSQL 18.4): 1 additive step, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.t.added
ALTER TABLE public.t ADD COLUMN added integer GENERATED ALWAYS AS (a * 4) VIRTUAL;

-- Breaking

-- - column public.t.changed
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN changed;

-- - column public.t.stored_one
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN stored_one;

-- + column public.t.stored_one
ALTER TABLE public.t ADD COLUMN stored_one integer GENERATED ALWAYS AS (a + 1) VIRTUAL;

-- + column public.t.changed
ALTER TABLE public.t ADD COLUMN changed integer GENERATED ALWAYS AS (a + 20) VIRTUAL;

COMMIT;
