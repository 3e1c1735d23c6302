-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- ~ function public.origin()
CREATE OR REPLACE FUNCTION public.origin() RETURNS point3 LANGUAGE sql
AS $$select row(1, 26, 2)::point3$$;

-- Breaking

-- + attribute public.point3.z
--   breaks-clients: clients that write a row of the type without it fail
ALTER TYPE public.point3 ADD ATTRIBUTE z integer;

-- + attribute public.point3.a
--   breaks-clients: clients that write a row of the type without it fail
ALTER TYPE public.point3 ADD ATTRIBUTE a integer;

COMMIT;
