-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.mood_analyze(internal)
CREATE FUNCTION public.mood_analyze(internal) RETURNS boolean LANGUAGE internal STRICT
AS $$array_typanalyze$$;

-- + function public.mood_binary(mood)
CREATE FUNCTION public.mood_binary(mood) RETURNS bytea LANGUAGE internal STABLE STRICT
AS $$textsend$$;

-- + function public.mood_typmod_in(cstring[])
CREATE FUNCTION public.mood_typmod_in(cstring[]) RETURNS integer LANGUAGE internal IMMUTABLE STRICT
AS $$varchartypmodin$$;

-- Breaking

-- ~ base type public.mood
--   breaks-clients: clients that use its binary form fail, or meet another one
ALTER TYPE public.mood SET (RECEIVE = NONE, SEND = mood_binary, TYPMOD_IN = mood_typmod_in, ANALYZE = mood_analyze, STORAGE = extended);
ALTER TABLE public.t ALTER COLUMN m SET STORAGE extended;

-- - function public.mood_recv(internal)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.mood_recv(internal);

-- - function public.mood_send(mood)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.mood_send(mood);

COMMIT;
