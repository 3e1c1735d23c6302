-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - cast (mood as integer)
--   because enum public.mood is made anew
--   breaks-clients: queries that use the cast fail
DROP CAST (mood as integer);

-- - function public.number_of(mood)
--   because enum public.mood is made anew
--   breaks-clients: clients that call it fail
DROP FUNCTION public.number_of(mood);

-- ~ enum public.mood
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.mood RENAME TO mood_plumb_old;
CREATE TYPE public.mood AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public.mood_plumb_old;

-- + function public.number_of(mood)
--   because enum public.mood is made anew
CREATE FUNCTION public.number_of(mood) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$select 1$$;

-- + cast (mood as integer)
--   because enum public.mood is made anew
CREATE CAST (mood as integer) WITH FUNCTION number_of(mood);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
