-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 14 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.places → table public.attractions
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.places RENAME TO attractions;

-- → column public.attractions.city → column public.attractions.city_id
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.attractions RENAME COLUMN city TO city_id;

-- → column public.attractions.score → column public.attractions.rating
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.attractions RENAME COLUMN score TO rating;

-- → primary key public.attractions.places_pkey → primary key public.attractions.attractions_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.attractions RENAME CONSTRAINT places_pkey TO attractions_pkey;

-- → index public.attractions.places_city → index public.attractions.attractions_city_idx
ALTER INDEX public.places_city RENAME TO attractions_city_idx;

-- → view public.good_places → view public.good_attractions
--   breaks-clients: clients that use the old name fail
ALTER VIEW public.good_places RENAME TO good_attractions;

-- - view public.good_attractions
--   because the type of column public.attractions.id changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.good_attractions;

-- ~ column public.attractions.id
--   rewrites-table: text to uuid: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to uuid
ALTER TABLE public.attractions ALTER COLUMN id TYPE uuid USING id::uuid;

-- ~ column public.attractions.city_id
--   rewrites-table: text to uuid: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to uuid
ALTER TABLE public.attractions ALTER COLUMN city_id TYPE uuid USING city_id::uuid;

-- + foreign key public.attractions.attractions_city
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.attractions ADD CONSTRAINT attractions_city FOREIGN KEY (city_id) REFERENCES public.cities (id);

-- - check public.attractions.places_score_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.attractions DROP CONSTRAINT places_score_check;

-- ~ column public.attractions.rating
--   rewrites-table: integer to numeric(3,1): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: integer to numeric(3,1)
ALTER TABLE public.attractions ALTER COLUMN rating TYPE numeric(3,1);

-- + check public.attractions.attractions_rating_check
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.attractions ADD CONSTRAINT attractions_rating_check CHECK (rating > 0);

-- + view public.good_attractions
--   because the type of column public.attractions.id changes
CREATE VIEW public.good_attractions AS
select id, rating from attractions where rating > 5;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.attractions;

-- likely rename: check public.attractions.places_score_check goes and check public.attractions.attractions_rating_check comes, alike: if it is a rename, say `renamed_from: places_score_check`
