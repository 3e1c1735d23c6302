-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - function public.f()
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f();

-- - language plsame
--   breaks-clients: clients that write functions in it fail
DROP LANGUAGE plsame;

-- - schema public
--   breaks-clients: clients that use the schema fail
DROP SCHEMA public;

COMMIT;
