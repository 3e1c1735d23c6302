-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.f.f_a_fkey
--   because table public.p1 is attached anew
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.f DROP CONSTRAINT f_a_fkey;

-- ~ table public.p1
ALTER TABLE public.p DETACH PARTITION public.p1;

-- ~ table public.p2
ALTER TABLE public.p DETACH PARTITION public.p2;

-- ~ table public.p1
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (10) TO (20);

-- ~ table public.p2
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES FROM (0) TO (10);

-- ~ table public.p3
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.p DETACH PARTITION public.p3;
ALTER TABLE public.p ATTACH PARTITION public.p3 FOR VALUES FROM (20) TO (35);

-- + foreign key public.f.f_a_fkey
--   because table public.p1 is attached anew
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.f ADD CONSTRAINT f_a_fkey FOREIGN KEY (a) REFERENCES public.p (a);

COMMIT;
