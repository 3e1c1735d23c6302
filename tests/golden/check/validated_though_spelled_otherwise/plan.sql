-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ check public.people.people_age
--   may-fail-on-data: a row that violates it makes it fail
ALTER TABLE public.people VALIDATE CONSTRAINT people_age;

-- ~ check public.people.people_state
--   may-fail-on-data: a row that violates it makes it fail
ALTER TABLE public.people VALIDATE CONSTRAINT people_state;

COMMIT;
