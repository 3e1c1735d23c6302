-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ table public.p1
ALTER TABLE public.p DETACH PARTITION public.p1;
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES IN (1);

-- ~ table public.p2
ALTER TABLE public.p DETACH PARTITION public.p2;
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES IN (2, 3);

-- + table public.p3
CREATE TABLE public.p3 PARTITION OF public.p FOR VALUES IN (null);

-- Breaking

-- ~ table public.qd
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   blocks-reads: reads and writes of public.qd wait while every row of it is checked
--   may-fail-on-data: a row outside of the bound makes it fail
--   may-fail-on-data: a row of public.qd that belongs to it makes it fail
ALTER TABLE public.q DETACH PARTITION public.qd;
ALTER TABLE public.q ATTACH PARTITION public.qd FOR VALUES IN (7);

-- + table public.q9
--   blocks-reads: reads and writes of public.qd wait while every row of it is checked
--   may-fail-on-data: a row of public.qd that belongs to it makes it fail
CREATE TABLE public.q9 (
  LIKE public.q INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
);
ALTER TABLE public.q ATTACH PARTITION public.q9 DEFAULT;

-- - table public.pd
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.pd;

-- + table public.a
CREATE TABLE public.a PARTITION OF public.p DEFAULT;

COMMIT;

-- likely rename: table public.pd goes and table public.p3 comes, alike: if it is a rename, say `renamed_from: pd`
-- likely rename: table public.pd goes and table public.q9 comes, alike: if it is a rename, say `renamed_from: pd`
-- likely rename: table public.pd goes and table public.a comes, alike: if it is a rename, say `renamed_from: pd`
