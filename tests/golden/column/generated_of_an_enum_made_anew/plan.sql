-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - column public.t.g
--   because enum public.e is made anew
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN g;

-- - column public.t.y
--   because domain public.d is made anew
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN y;

-- ~ enum public.e
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.e RENAME TO e_plumb_old;
CREATE TYPE public.e AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN x TYPE public.e USING x::text::public.e;
DROP TYPE public.e_plumb_old;

-- ~ domain public.d
--   breaks-clients: clients meet another type: text to varchar(10)
ALTER DOMAIN public.d RENAME TO d_plumb_old;
CREATE DOMAIN public.d AS varchar(10);
DROP DOMAIN public.d_plumb_old;

-- + column public.t.g
--   because enum public.e is made anew
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN g e GENERATED ALWAYS AS (case when z > 1 then 'b'::e else 'a'::e end) STORED;

-- + column public.t.y
--   because domain public.d is made anew
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN y d GENERATED ALWAYS AS (z::text) STORED;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
