-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - function public.f(mood)
--   because enum public.mood is made anew
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f(mood);

-- - function public.g(mood)
--   because enum public.mood is made anew
--   breaks-clients: clients that call it fail
DROP FUNCTION public.g(mood);

-- ~ enum public.mood
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.mood RENAME TO mood_plumb_old;
CREATE TYPE public.mood AS ENUM ('a', 'b');
DROP TYPE public.mood_plumb_old;

-- + function public.f(mood)
--   because enum public.mood is made anew
CREATE FUNCTION public.f(mood) RETURNS integer LANGUAGE sql
AS $$select 1$$;

-- + function public.g(mood)
--   because enum public.mood is made anew
CREATE FUNCTION public.g(mood) RETURNS integer LANGUAGE sql
AS $$select 1$$;
ALTER FUNCTION public.g(mood) OWNER TO golden_owner;

COMMIT;
