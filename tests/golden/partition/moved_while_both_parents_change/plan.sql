-- Plan for golden (PostgreSQL 15.20): 1 additive step, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.r.e
ALTER TABLE public.r ADD COLUMN e integer;

-- Breaking

-- ~ table public.q1
--   breaks-clients: clients of public.q no longer find its rows
ALTER TABLE public.q DETACH PARTITION public.q1;

-- + column public.q.d
ALTER TABLE public.q ADD COLUMN d integer;

-- + column public.q1.e
ALTER TABLE public.q1 ADD COLUMN e integer;

-- - column public.r.c
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.r DROP COLUMN c;

-- ~ table public.q1
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.r ATTACH PARTITION public.q1 FOR VALUES FROM (0) TO (20);

COMMIT;

-- likely rename: column public.r.c goes and column public.r.e comes, alike: if it is a rename, say `renamed_from: c`
