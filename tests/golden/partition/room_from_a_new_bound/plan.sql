-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ table public.h1
ALTER TABLE public.h DETACH PARTITION public.h1;
ALTER TABLE public.h ATTACH PARTITION public.h1 FOR VALUES WITH (modulus 4, remainder 0);

-- + table public.h0
CREATE TABLE public.h0 PARTITION OF public.h FOR VALUES WITH (modulus 4, remainder 2);

-- ~ table public.q2
ALTER TABLE public.q DETACH PARTITION public.q2;
ALTER TABLE public.q ATTACH PARTITION public.q2 FOR VALUES FROM (5) TO (10);

-- + table public.q1
CREATE TABLE public.q1 PARTITION OF public.q FOR VALUES FROM (0) TO (5);

-- Breaking

-- ~ table public.p2
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.p DETACH PARTITION public.p2;
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES FROM (15) TO (20);

-- ~ table public.p1
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.p DETACH PARTITION public.p1;
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (15);

COMMIT;
