-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public.top.k
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.top DROP CONSTRAINT k;

-- - column public.ch.d
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.ch DROP COLUMN d;

-- - column public.top.c
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.top DROP COLUMN c;

-- ~ table public.ch
ALTER TABLE public.ch INHERIT public.par;

COMMIT;
