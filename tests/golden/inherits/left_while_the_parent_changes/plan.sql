-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.ch
--   breaks-clients: clients of public.par no longer find its rows
ALTER TABLE public.ch NO INHERIT public.par;

-- → column public.ch.c → column public.ch.c3
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.ch RENAME COLUMN c TO c3;

-- → column public.par.b → column public.par.b2
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.par RENAME COLUMN b TO b2;

-- → column public.par.c → column public.par.c2
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.par RENAME COLUMN c TO c2;

-- ~ column public.par.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.par ALTER COLUMN a TYPE bigint;

-- + column public.par.e
ALTER TABLE public.par ADD COLUMN e integer;

-- + check public.par.m
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.par ADD CONSTRAINT m CHECK (a > 0);

-- - column public.par.d
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.par DROP COLUMN d;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.par;
ANALYZE public.ch;
ANALYZE public.stays;
ANALYZE public.grand;

-- likely rename: column public.par.d goes and column public.par.e comes, alike: if it is a rename, say `renamed_from: d`
