-- Plan for golden (PostgreSQL 18.4): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.sites → table public.places
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.sites RENAME TO places;

-- → column public.places.title → column public.places.called
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.places RENAME COLUMN title TO called;

-- → column public.places.name → column public.places.label
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.places RENAME COLUMN name TO label;

-- → primary key public.places.sites_pkey → primary key public.places.places_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.places RENAME CONSTRAINT sites_pkey TO places_pkey;

-- ~ column public.places.called
ALTER TABLE public.places RENAME CONSTRAINT sites_title_not_null TO places_called_not_null;

COMMIT;
