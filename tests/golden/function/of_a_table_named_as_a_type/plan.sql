-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public, test;

-- Additive

BEGIN;

-- + function public.f(json)
CREATE FUNCTION public.f(a json) RETURNS integer LANGUAGE sql
AS $$select 1$$;

-- Breaking

-- - function public.f(test.json)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f(test.json);

COMMIT;
