-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.cities.cities_parent_id_fkey
--   because the type of column public.cities.parent_id changes
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.cities DROP CONSTRAINT cities_parent_id_fkey;

-- - foreign key public.places.places_city_id_fkey
--   because the type of column public.places.city_id changes
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.places DROP CONSTRAINT places_city_id_fkey;

-- ~ column public.cities.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.cities ALTER COLUMN id TYPE bigint;

-- ~ column public.cities.parent_id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.cities ALTER COLUMN parent_id TYPE bigint;

-- ~ column public.places.city_id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.places ALTER COLUMN city_id TYPE bigint;

-- + foreign key public.cities.cities_parent_id_fkey
--   because the type of column public.cities.parent_id changes
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.cities ADD CONSTRAINT cities_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.cities (id);

-- + foreign key public.places.places_city_id_fkey
--   because the type of column public.places.city_id changes
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.places ADD CONSTRAINT places_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.cities (id) ON DELETE CASCADE;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.cities;
ANALYZE public.places;
