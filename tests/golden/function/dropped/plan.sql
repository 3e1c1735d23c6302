-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - procedure public.p(integer)
--   breaks-clients: clients that call it fail
DROP PROCEDURE public.p(integer);

-- - function public.f(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f(integer);

COMMIT;
