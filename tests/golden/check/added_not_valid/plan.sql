-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + check public.ages.ages_sane
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.ages ADD CONSTRAINT ages_sane CHECK (age >= 0) NOT VALID;

COMMIT;
