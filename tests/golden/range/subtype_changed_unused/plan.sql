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

-- cast from r to r_multirange depends on range type public.r, and plumb does not manage it yet: the server may refuse the step
-- function r(double precision,double precision) depends on range type public.r, and plumb does not manage it yet: the server may refuse the step
-- function r(double precision,double precision,text) depends on range type public.r, and plumb does not manage it yet: the server may refuse the step
-- function r_multirange() depends on range type public.r, and plumb does not manage it yet: the server may refuse the step
-- function r_multirange(r) depends on range type public.r, and plumb does not manage it yet: the server may refuse the step
-- function r_multirange(r[]) depends on range type public.r, and plumb does not manage it yet: the server may refuse the step
-- not managed yet: 5 functions
