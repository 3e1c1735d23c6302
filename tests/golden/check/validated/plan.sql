-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ check public.ages.ages_sane
--   may-fail-on-data: a row that violates it makes it fail
ALTER TABLE public.ages VALIDATE CONSTRAINT ages_sane;

COMMIT;
