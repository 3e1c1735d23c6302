-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.p11
--   breaks-clients: clients of public.p1 no longer find its rows
ALTER TABLE public.p1 DETACH PARTITION public.p11;

-- - table public.p1
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.p1;

-- ~ table public.p11
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.p ATTACH PARTITION public.p11 FOR VALUES FROM (0) TO (10);

COMMIT;
