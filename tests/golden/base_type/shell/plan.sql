-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + base type public.myshell
CREATE TYPE public.myshell;
COMMENT ON TYPE public.myshell IS 'to come';

-- + function public.of_shell(myshell)
CREATE FUNCTION public.of_shell(myshell) RETURNS integer LANGUAGE internal
AS $$textlen$$;

COMMIT;
