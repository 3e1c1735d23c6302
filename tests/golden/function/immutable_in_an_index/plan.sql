-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- ~ function public.f(integer)
--   breaks-clients: index public.t.t_f holds what the old body gave, until it is rebuilt by REINDEX INDEX CONCURRENTLY
--   breaks-clients: column public.t.b holds what the old body gave, until it is written anew
CREATE OR REPLACE FUNCTION public.f(n integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$select n + 1$$;

COMMIT;
