-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.r.r_z_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.r DROP CONSTRAINT r_z_fkey;

-- ~ table public.a2
--   breaks-clients: clients of public.a no longer find its rows
ALTER TABLE public.a DETACH PARTITION public.a2;

-- ~ table public.a2
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.b ATTACH PARTITION public.a2 FOR VALUES FROM (10) TO (20);

COMMIT;
