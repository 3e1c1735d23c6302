-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ foreign key public.c.c_a
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.c ALTER CONSTRAINT c_a DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE public.c VALIDATE CONSTRAINT c_a;

COMMIT;
