-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.empty.name
ALTER TABLE public.empty ADD COLUMN name text NOT NULL;

-- Breaking

-- + column public.t.name
--   may-fail-on-data: NOT NULL without a default fails if the table has a row
ALTER TABLE public.t ADD COLUMN name text NOT NULL;

COMMIT;
