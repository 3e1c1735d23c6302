-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public.par.m
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.par DROP CONSTRAINT m;

-- - check public.ch.m
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.ch DROP CONSTRAINT m;

-- + check public.par.m
ALTER TABLE public.par ADD CONSTRAINT m CHECK (a > 3);

-- - check public.par.k
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.par DROP CONSTRAINT k;

-- - check public.ch.k
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.ch DROP CONSTRAINT k;

-- - check public.par.l
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.par DROP CONSTRAINT l;

-- - check public.ch.l
--   breaks-clients: rows that it refused can come in
ALTER TABLE ONLY public.ch DROP CONSTRAINT l;

-- - column public.par.b
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.par DROP COLUMN b;

-- - column public.ch.b
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.ch DROP COLUMN b;

COMMIT;
