-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.g(integer, integer)
CREATE FUNCTION public.g(a integer, b integer) RETURNS integer LANGUAGE sql
AS $$select a + b$$;

-- Breaking

-- + function public.f(integer, integer)
--   breaks-clients: a call may now fit f(integer) as well, and fail as ambiguous or find the other one
CREATE FUNCTION public.f(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql
AS $$select a + b$$;

COMMIT;
