-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.places → table public.attractions
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.places RENAME TO attractions;

-- → column public.attractions.name → column public.attractions.title
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.attractions RENAME COLUMN name TO title;

-- ~ table public.attractions
ALTER TABLE public.attractions SET (fillfactor=80);

-- ~ column public.attractions.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.attractions ALTER COLUMN id TYPE bigint;

-- ~ column public.attractions.title
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.attractions ALTER COLUMN title SET NOT NULL;

-- + column public.attractions.seen
ALTER TABLE public.attractions ADD COLUMN seen boolean DEFAULT false NOT NULL;

-- - column public.attractions.junk
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.attractions DROP COLUMN junk;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.attractions;
