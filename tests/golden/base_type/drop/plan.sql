-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - column public.t.g
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN g;

-- - column public.t.m
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN m;

-- - operator public.===(mood, mood)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.===(mood, mood);

-- - function public.same(mood, mood)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.same(mood, mood);

-- - base type public.gone
--   breaks-clients: clients that use the type fail
DROP TYPE public.gone;

-- - domain public.good_mood
--   breaks-clients: clients that use the type fail
DROP DOMAIN public.good_mood;

-- - base type public.mood
--   destroys-data: cast from mood to text goes with it: it is not managed
--   breaks-clients: clients that use the type fail
DROP TYPE public.mood CASCADE;

-- - function public.mood_typmod(cstring[])
--   breaks-clients: clients that call it fail
DROP FUNCTION public.mood_typmod(cstring[]);

COMMIT;
