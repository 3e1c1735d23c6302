-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + column public.empty.name
--   breaks-clients: clients that leave the column out fail
ALTER TABLE public.empty ADD COLUMN name text NOT NULL;

-- + column public.t.name
--   may-fail-on-data: NOT NULL without a default fails if the table has a row
--   breaks-clients: clients that leave the column out fail
ALTER TABLE public.t ADD COLUMN name text NOT NULL;

COMMIT;
