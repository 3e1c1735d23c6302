-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.less
--   breaks-clients: clients of public.two no longer find its rows
ALTER TABLE public.less NO INHERIT public.two;

-- - check public.one.k
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.one DROP CONSTRAINT k;

-- - column public.one.b
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.one DROP COLUMN b;

-- ~ table public.ch
--   breaks-clients: clients of public.one no longer find its rows
--   breaks-clients: clients of public.two no longer find its rows
ALTER TABLE public.ch NO INHERIT public.one;
ALTER TABLE public.ch NO INHERIT public.two;
ALTER TABLE public.ch INHERIT public.two;
ALTER TABLE public.ch INHERIT public.one;

COMMIT;
