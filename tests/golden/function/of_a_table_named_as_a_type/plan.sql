-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public, test;

-- Breaking

BEGIN;

-- + function public.f(json)
--   breaks-clients: a call may now fit f(test.json) as well, and fail as ambiguous or find the other one
CREATE FUNCTION public.f(a json) RETURNS integer LANGUAGE sql
AS $$select 1$$;

-- - function public.f(test.json)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f(test.json);

COMMIT;
