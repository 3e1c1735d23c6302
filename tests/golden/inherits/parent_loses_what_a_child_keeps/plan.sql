-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public.par.k
--   breaks-clients: rows that it refused can come in
ALTER TABLE ONLY public.par DROP CONSTRAINT k;

-- - check public.other.k
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.other DROP CONSTRAINT k;

-- - check public.par.l
--   breaks-clients: rows that it refused can come in
ALTER TABLE ONLY public.par DROP CONSTRAINT l;

-- - check public.ch.l
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.ch DROP CONSTRAINT l;

-- - check public.other.l
--   breaks-clients: rows that it refused can come in
ALTER TABLE ONLY public.other DROP CONSTRAINT l;

-- - column public.par.b
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE ONLY public.par DROP COLUMN b;

-- ~ column public.ch.b
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.ch ALTER COLUMN b TYPE bigint;

-- - column public.other.b
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE ONLY public.other DROP COLUMN b;

-- - column public.par.d
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE ONLY public.par DROP COLUMN d;

-- → column public.ch.d → column public.ch.e
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.ch RENAME COLUMN d TO e;

-- - column public.other.d
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.other DROP COLUMN d;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.ch;
