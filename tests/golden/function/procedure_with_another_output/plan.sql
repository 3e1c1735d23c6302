-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - procedure public.pr2(integer)
--   breaks-clients: clients that call it fail
DROP PROCEDURE public.pr2(integer);

-- + procedure public.pr2(integer)
CREATE PROCEDURE public.pr2(a integer, OUT b integer) LANGUAGE plpgsql
AS $$begin b:=1; end$$;

COMMIT;
