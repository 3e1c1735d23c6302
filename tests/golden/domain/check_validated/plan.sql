-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ domain check public.code.code_filled
--   blocks-writes: writes of public.t wait while every row is checked
--   may-fail-on-data: a row with a value that violates it makes it fail
ALTER DOMAIN public.code VALIDATE CONSTRAINT code_filled;

COMMIT;
