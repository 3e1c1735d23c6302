-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.mood_recv(internal)
CREATE FUNCTION public.mood_recv(internal) RETURNS mood LANGUAGE internal STABLE STRICT
AS $$textrecv$$;

-- ~ base type public.mood
CREATE TYPE public.mood (
  INPUT = mood_in,
  OUTPUT = mood_out,
  RECEIVE = mood_recv,
  LIKE = text
);

COMMIT;
