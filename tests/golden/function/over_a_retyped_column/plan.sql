-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because function public.f() is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - function public.f()
--   because the type of column public.t.a changes
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f();

-- - function public.g(mood)
--   because enum public.mood is made anew
--   breaks-clients: clients that call it fail
DROP FUNCTION public.g(mood);

-- ~ enum public.mood
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.mood RENAME TO mood_plumb_old;
CREATE TYPE public.mood AS ENUM ('calm', 'busy');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public.mood_plumb_old;

-- + function public.g(mood)
--   because enum public.mood is made anew
CREATE FUNCTION public.g(m mood) RETURNS mood LANGUAGE sql
AS $$select m$$;

-- ~ column public.t.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- + function public.f()
--   because the type of column public.t.a changes
CREATE FUNCTION public.f() RETURNS bigint LANGUAGE sql
begin atomic select sum(a)::bigint from t; end;
COMMENT ON FUNCTION public.f() IS 'stays';

-- + view public.v
--   because function public.f() is replaced
CREATE VIEW public.v AS
select f() as x;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
