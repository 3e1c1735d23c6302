-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.hotels.hotels_city_id_fkey
--   because the type of column public.hotels.city_id changes
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.hotels DROP CONSTRAINT hotels_city_id_fkey;

-- - check public.hotels.hotels_check
--   because the type of column public.hotels.city_id changes
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.hotels DROP CONSTRAINT hotels_check;

-- ~ column public.cities.id
--   rewrites-table: text to uuid: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to uuid
ALTER TABLE public.cities ALTER COLUMN id TYPE uuid USING id::uuid;

-- ~ column public.hotels.id
--   rewrites-table: text to uuid: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to uuid
ALTER TABLE public.hotels ALTER COLUMN id DROP DEFAULT, ALTER COLUMN id TYPE uuid USING id::uuid, ALTER COLUMN id SET DEFAULT gen_random_uuid();

-- ~ column public.hotels.city_id
--   rewrites-table: text to uuid: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to uuid
ALTER TABLE public.hotels ALTER COLUMN city_id TYPE uuid USING city_id::uuid;

-- + check public.hotels.hotels_check
--   because the type of column public.hotels.city_id changes
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
ALTER TABLE public.hotels ADD CONSTRAINT hotels_check CHECK (id <> city_id);

-- + foreign key public.hotels.hotels_city_id_fkey
--   because the type of column public.hotels.city_id changes
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.hotels ADD CONSTRAINT hotels_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.cities (id) ON UPDATE CASCADE;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.cities;
ANALYZE public.hotels;
