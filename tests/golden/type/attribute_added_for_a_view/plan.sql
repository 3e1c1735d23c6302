-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- + attribute public.c.z
--   breaks-clients: clients that write a row of the type without it fail
ALTER TYPE public.c ADD ATTRIBUTE z integer;

-- + function public.f(c)
CREATE FUNCTION public.f(c) RETURNS integer LANGUAGE sql
begin atomic select ($1).z; end;

-- + check public.t.z
ALTER TABLE public.t ADD CONSTRAINT z CHECK ((v).z > 0);

-- + view public.w
CREATE VIEW public.w AS
select (v).z as z from t;

COMMIT;
