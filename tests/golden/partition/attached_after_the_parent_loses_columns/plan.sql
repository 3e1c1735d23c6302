-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.p1
--   breaks-clients: clients of public.p no longer find its rows
ALTER TABLE public.p DETACH PARTITION public.p1;

-- - check public.p.k
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.p DROP CONSTRAINT k;

-- - column public.p.c
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.p DROP COLUMN c;

-- - column public.p.d
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.p DROP COLUMN d;

-- + table public.r
CREATE TABLE public.r (
  b integer,
  a integer
);
ALTER TABLE public.p ATTACH PARTITION public.r FOR VALUES FROM (20) TO (30);

-- - column public.q.d
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.q DROP COLUMN d;

-- ~ table public.q
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.p ATTACH PARTITION public.q FOR VALUES FROM (10) TO (20);

COMMIT;
