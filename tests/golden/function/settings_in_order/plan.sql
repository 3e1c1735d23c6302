-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.g()
CREATE FUNCTION public.g() RETURNS integer LANGUAGE sql SET work_mem TO '8MB' SET search_path TO 'app', 'pg_temp' SET datestyle TO 'ISO, DMY'
AS $$select 1$$;

-- + table public.u
CREATE TABLE public.u (
  id integer
) WITH (fillfactor=70, autovacuum_enabled=false);

COMMIT;
