-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.q.q_mid_fkey
--   because table public.m2 is attached anew
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.q DROP CONSTRAINT q_mid_fkey;

-- ~ table public.mdef
--   breaks-clients: clients of public.m no longer find its rows
ALTER TABLE public.m DETACH PARTITION public.mdef;

-- - foreign key public.mdef.m_ref_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.mdef DROP CONSTRAINT m_ref_fkey;

-- - foreign key public.m.m_ref_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.m DROP CONSTRAINT m_ref_fkey;

-- ~ table public.m2
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.m DETACH PARTITION public.m2;
ALTER TABLE public.m ATTACH PARTITION public.m2 FOR VALUES FROM (0) TO (200);

-- + foreign key public.m.m_ref_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.m ADD CONSTRAINT m_ref_fkey FOREIGN KEY (ref) REFERENCES public.par (id) ON DELETE SET NULL;

-- + foreign key public.q.q_mid_fkey
--   because table public.m2 is attached anew
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.q ADD CONSTRAINT q_mid_fkey FOREIGN KEY (mid) REFERENCES public.m (id);

COMMIT;
