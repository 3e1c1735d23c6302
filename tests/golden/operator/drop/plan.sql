-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - operator public.===(integer, integer)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.===(integer, integer);

COMMIT;
