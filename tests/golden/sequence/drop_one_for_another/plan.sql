-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + sequence public.new_counter
CREATE SEQUENCE public.new_counter START WITH 200;

-- ~ column public.t.id
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('new_counter');

-- Breaking

-- - sequence public.old_counter
--   destroys-data: how far the sequence has counted is lost
DROP SEQUENCE public.old_counter;

COMMIT;
