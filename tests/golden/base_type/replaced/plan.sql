-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because base type public.mood is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - function public.is_calm(mood)
--   because base type public.mood is replaced
--   breaks-clients: clients that call it fail
DROP FUNCTION public.is_calm(mood);

-- - domain public.good_mood
--   because base type public.mood is replaced
--   breaks-clients: clients that use the type fail
DROP DOMAIN public.good_mood;

-- - base type public.mood
--   because function public.mood_in(cstring) is replaced
--   breaks-clients: clients that use the type fail
DROP TYPE public.mood CASCADE;

-- + base type public.mood
--   because function public.mood_in(cstring) is replaced
CREATE TYPE public.mood;

-- + function public.mood_in(cstring)
--   because base type public.mood is replaced
CREATE FUNCTION public.mood_in(cstring) RETURNS mood LANGUAGE internal IMMUTABLE STRICT
AS $$textin$$;
COMMENT ON FUNCTION public.mood_in(cstring) IS 'reads it';

-- + function public.mood_out(mood)
--   because base type public.mood is replaced
CREATE FUNCTION public.mood_out(mood) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT
AS $$textout$$;

-- ~ base type public.mood
--   because function public.mood_in(cstring) is replaced
CREATE TYPE public.mood (
  INPUT = mood_in,
  OUTPUT = mood_out,
  LIKE = text,
  CATEGORY = 'S'
);
COMMENT ON TYPE public.mood IS 'as ever';

-- + domain public.good_mood
--   because base type public.mood is replaced
CREATE DOMAIN public.good_mood AS mood;

-- + function public.is_calm(mood)
--   because base type public.mood is replaced
CREATE FUNCTION public.is_calm(mood) RETURNS boolean LANGUAGE internal
AS $$texteq$$;

-- + view public.v
--   because base type public.mood is replaced
CREATE VIEW public.v AS
SELECT 'x'::mood AS m;

COMMIT;
