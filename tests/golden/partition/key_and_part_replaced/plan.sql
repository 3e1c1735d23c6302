-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.p.pi
--   breaks-clients: queries that use it become slow
DROP INDEX public.pi;

-- - unique public.p.pu
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.p DROP CONSTRAINT pu;

-- + unique public.p1_1.p1_1_mine
--   because unique public.p1.p1_mine is replaced
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.p1_1 ADD CONSTRAINT p1_1_mine UNIQUE (n, d, m);

-- + unique public.p1.p1_mine
--   because unique public.p.pu is replaced
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.p1 ADD CONSTRAINT p1_mine UNIQUE (n, d, m);

-- + unique public.p.pu
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.p ADD CONSTRAINT pu UNIQUE (n, d, m);

-- + index public.p1_1.p1_1_theirs
--   because index public.p1.p1_m_idx is dropped
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX p1_1_theirs ON public.p1_1 (m desc);

-- + index public.p.pi
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX pi ON public.p (m desc);

COMMIT;
