-- Plan for golden (PostgreSQL 15.20): 1 additive step, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.a2
CREATE TABLE public.a2 PARTITION OF public.replaced FOR VALUES IN ('z');

-- Breaking

-- ~ table public.d2
--   breaks-clients: clients of public.detached no longer find its rows
ALTER TABLE public.detached DETACH PARTITION public.d2;

-- ~ table public.d1
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.detached DETACH PARTITION public.d1;
ALTER TABLE public.detached ATTACH PARTITION public.d1 FOR VALUES FROM (0) TO (15);

-- ~ table public.x1
--   breaks-clients: clients of public.exchanged no longer find its rows
ALTER TABLE public.exchanged DETACH PARTITION public.x1;

-- ~ table public.n
ALTER TABLE public.exchanged ATTACH PARTITION public.n FOR VALUES FROM ('b') TO ('k');

-- - table public.e2
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.e2;

-- ~ table public.e1
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.dropped DETACH PARTITION public.e1;
ALTER TABLE public.dropped ATTACH PARTITION public.e1 FOR VALUES FROM (0) TO (20);

-- - table public.r1
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.r1;

-- + table public.a1
CREATE TABLE public.a1 PARTITION OF public.replaced FOR VALUES IN ('x');

COMMIT;

-- likely rename: table public.r1 goes and table public.a2 comes, alike: if it is a rename, say `renamed_from: r1`
-- likely rename: table public.r1 goes and table public.a1 comes, alike: if it is a rename, say `renamed_from: r1`
