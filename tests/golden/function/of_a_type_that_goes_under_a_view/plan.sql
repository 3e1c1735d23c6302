-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because enum public.e is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- + function public.f(text)
--   breaks-clients: a call may now fit f(e) as well, and fail as ambiguous or find the other one
CREATE FUNCTION public.f(text) RETURNS text LANGUAGE sql IMMUTABLE
AS $$select $1$$;

-- ~ column public.td.x
--   rewrites-table: e to text: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: e to text
ALTER TABLE public.td ALTER COLUMN x TYPE text;

-- - function public.f(e)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f(e);

-- - enum public.e
--   breaks-clients: clients that use the type fail
DROP TYPE public.e;

-- + view public.v
--   because enum public.e is dropped
CREATE VIEW public.v AS
select f(x) as y from td;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.td;
