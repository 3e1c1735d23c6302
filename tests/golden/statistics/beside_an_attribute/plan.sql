-- Plan for golden (PostgreSQL 15.20): 1 additive step, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- ~ statistics public.t.st
ALTER STATISTICS public.st SET STATISTICS 100;

-- Breaking

-- + attribute public.c.b
--   breaks-clients: clients that write a row of the type without it fail
ALTER TYPE public.c ADD ATTRIBUTE b integer;

-- + function public.of(c)
CREATE FUNCTION public.of(p c) RETURNS integer LANGUAGE sql IMMUTABLE
return p.b;

-- ~ view public.v
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.v AS
SELECT (t.c).a AS a,
    (t.c).b AS b
   FROM t;

COMMIT;
