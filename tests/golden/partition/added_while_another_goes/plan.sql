-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.d2
CREATE TABLE public.d2 PARTITION OF public.days FOR VALUES FROM ('2025-01-02') TO ('2025-01-03');

-- + table public.s2
CREATE TABLE public.s2 PARTITION OF public.states FOR VALUES IN ('new');

-- + table public.t2
CREATE TABLE public.t2 PARTITION OF public.times FOR VALUES FROM ('2025-03-01') TO ('2025-04-01');

-- Breaking

-- - table public.d1
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.d1;

-- - table public.s1
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.s1;

-- - table public.t1
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.t1;

COMMIT;

-- likely rename: table public.d1 goes and table public.d2 comes, alike: if it is a rename, say `renamed_from: d1`
-- likely rename: table public.s1 goes and table public.s2 comes, alike: if it is a rename, say `renamed_from: s1`
-- likely rename: table public.t1 goes and table public.t2 comes, alike: if it is a rename, say `renamed_from: t1`
