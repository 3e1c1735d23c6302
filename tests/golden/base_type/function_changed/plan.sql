-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- ~ function public.mood_in(cstring)
CREATE OR REPLACE FUNCTION public.mood_in(cstring) RETURNS mood LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE
AS $$textin$$;

COMMIT;
