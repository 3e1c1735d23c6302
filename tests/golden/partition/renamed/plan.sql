-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.places → table public.attractions
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.places RENAME TO attractions;

-- → table public.places_1 → table public.attractions_2025
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.places_1 RENAME TO attractions_2025;

-- → column public.attractions.nr → column public.attractions.number
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.attractions RENAME COLUMN nr TO number;

-- → index public.attractions.places_nr_idx → index public.attractions.attractions_number_idx
ALTER INDEX public.places_nr_idx RENAME TO attractions_number_idx;

-- → index public.attractions_2025.places_1_nr_idx → index public.attractions_2025.attractions_2025_number_idx
ALTER INDEX public.places_1_nr_idx RENAME TO attractions_2025_number_idx;

COMMIT;
