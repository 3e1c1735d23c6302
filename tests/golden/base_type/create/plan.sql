-- Plan for golden (PostgreSQL 15.20): 14 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

SET search_path = app, public;

-- + base type app.pair
CREATE TYPE app.pair;

SET search_path = public;

-- + base type public.mood
CREATE TYPE public.mood;

SET search_path = app, public;

-- + function app.pair_in(cstring)
CREATE FUNCTION app.pair_in(cstring) RETURNS app.pair LANGUAGE internal IMMUTABLE STRICT
AS $$point_in$$;

-- + function app.pair_out(app.pair)
CREATE FUNCTION app.pair_out(app.pair) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT
AS $$point_out$$;

-- ~ base type app.pair
CREATE TYPE app.pair (
  INPUT = pair_in,
  OUTPUT = pair_out,
  INTERNALLENGTH = 16,
  ALIGNMENT = double,
  ELEMENT = double precision,
  DELIMITER = ';'
);

SET search_path = public;

-- + function public.mood_in(cstring)
CREATE FUNCTION public.mood_in(cstring) RETURNS mood LANGUAGE internal IMMUTABLE STRICT
AS $$textin$$;

-- + function public.mood_out(mood)
CREATE FUNCTION public.mood_out(mood) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT
AS $$textout$$;

-- ~ base type public.mood
CREATE TYPE public.mood (
  INPUT = mood_in,
  OUTPUT = mood_out,
  LIKE = text,
  CATEGORY = 'S',
  DEFAULT = 'calm',
  COLLATABLE = true
);
COMMENT ON TYPE public.mood IS 'how it feels';

-- + domain public.good_mood
CREATE DOMAIN public.good_mood AS mood;

-- + function public.same(mood, mood)
CREATE FUNCTION public.same(a mood, b mood) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT
AS $$texteq$$;

-- + cast (text as mood)
CREATE CAST (text as mood) WITHOUT FUNCTION AS ASSIGNMENT;

-- + operator public.=(mood, mood)
CREATE OPERATOR public.= (FUNCTION = same, LEFTARG = mood, RIGHTARG = mood);

-- + table public.t
CREATE TABLE public.t (
  m mood,
  g good_mood,
  "all" mood[],
  CONSTRAINT same_mood CHECK (m = 'calm')
);

COMMIT;
