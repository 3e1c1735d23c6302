-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - range type public.r
--   breaks-clients: clients that use the type fail
DROP TYPE public.r;

-- + range type public.r
CREATE TYPE public.r AS RANGE (SUBTYPE = numeric);

COMMIT;
