-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - table public.mood
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.mood;

-- + enum public.mood
CREATE TYPE public.mood AS ENUM ('calm');

-- + column public.t.m
ALTER TABLE public.t ADD COLUMN m mood;

COMMIT;
