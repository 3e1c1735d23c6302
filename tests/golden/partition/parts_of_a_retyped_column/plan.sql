-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 26 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.refers.refers_a_k_v_fkey
--   because index public.q.q_all that it needs is replaced
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.refers DROP CONSTRAINT refers_a_k_v_fkey;

-- - index public.p.pi
--   because the type of column public.p.n changes: built anew for it, it would lose what its part public.p1.p1_idx has of its own
--   breaks-clients: queries that use it become slow
DROP INDEX public.pi;

-- - index public.q.q_all
--   because the type of column public.q.v changes: built anew for it, it would lose what its part public.q_1_0.q_1_0_a_k_v_idx has of its own
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.q_all;

-- - index public.q.q_v
--   because the type of column public.q.v changes
--   breaks-clients: queries that use it become slow
DROP INDEX public.q_v;

-- - index public.wide.wide_v
--   because the type of column public.wide.v changes: built anew for it, it would lose what its part public.wide_0.wide_0_v_id_idx has of its own
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.wide_v;

-- - unique public.p.pu
--   because the type of column public.p.n changes: built anew for it, it would lose what its part public.p1.p1_mine has of its own
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.p DROP CONSTRAINT pu;

-- - primary key public.keyed.keyed_pkey
--   because the type of column public.keyed.v changes: built anew for it, it would lose what its part public.keyed_0.theirs has of its own
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.keyed DROP CONSTRAINT keyed_pkey;

-- ~ column public.keyed.v
ALTER TABLE public.keyed ALTER COLUMN v TYPE text;

-- ~ column public.loose.v
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
ALTER TABLE public.loose ALTER COLUMN v TYPE text;

-- ~ column public.p.n
ALTER TABLE public.p ALTER COLUMN n TYPE text;

-- ~ column public.p.m
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
ALTER TABLE public.p ALTER COLUMN m TYPE varchar(7);

-- ~ column public.q.v
ALTER TABLE public.q ALTER COLUMN v TYPE text;

-- ~ column public.wide.v
ALTER TABLE public.wide ALTER COLUMN v TYPE text;

-- + primary key public.keyed_0.theirs
--   because the type of column public.keyed.v changes: built anew for it, it would lose what it has of its own
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
ALTER TABLE public.keyed_0 ADD CONSTRAINT theirs PRIMARY KEY (id, v);

-- + primary key public.keyed.keyed_pkey
--   because the type of column public.keyed.v changes: built anew for it, it would lose what its part public.keyed_0.theirs has of its own
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
ALTER TABLE public.keyed ADD CONSTRAINT keyed_pkey PRIMARY KEY (id, v);

-- + unique public.p1.p1_mine
--   because the type of column public.p.n changes: built anew for it, it would lose what it has of its own
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
ALTER TABLE public.p1 ADD CONSTRAINT p1_mine UNIQUE (n, d);
COMMENT ON CONSTRAINT p1_mine ON public.p1 IS 'con';

-- + unique public.p.pu
--   because the type of column public.p.n changes: built anew for it, it would lose what its part public.p1.p1_mine has of its own
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
ALTER TABLE public.p ADD CONSTRAINT pu UNIQUE (n, d);

-- + index public.p1.p1_idx
--   because the type of column public.p.n changes: built anew for it, it would lose what it has of its own
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX p1_idx ON public.p1 (n);
ALTER TABLE public.p1 CLUSTER ON p1_idx;
COMMENT ON INDEX public.p1_idx IS 'idx';

-- + index public.p.pi
--   because the type of column public.p.n changes: built anew for it, it would lose what its part public.p1.p1_idx has of its own
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX pi ON public.p (n);

-- + index public.q_1_0.deep
--   because the type of column public.q_1_0.v changes
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX deep ON public.q_1_0 (v, lower(v));

-- + index public.q_1_0.q_1_0_a_k_v_idx
--   because the type of column public.q.v changes: built anew for it, it would lose what it has of its own
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
CREATE UNIQUE INDEX q_1_0_a_k_v_idx ON public.q_1_0 (a, k, v);
COMMENT ON INDEX public.q_1_0_a_k_v_idx IS 'deeper';

-- + index public.q.q_all
--   because the type of column public.q.v changes: built anew for it, it would lose what its part public.q_1_0.q_1_0_a_k_v_idx has of its own
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
CREATE UNIQUE INDEX q_all ON public.q (a, k, v);

-- + index public.q.q_v
--   because the type of column public.q.v changes
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX q_v ON public.q (v, lower(v));

-- + index public.wide_0.wide_0_v_id_idx
--   because the type of column public.wide.v changes: built anew for it, it would lose what it has of its own
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
CREATE UNIQUE INDEX wide_0_v_id_idx ON public.wide_0 (v, id);
ALTER TABLE public.wide_0 REPLICA IDENTITY USING INDEX wide_0_v_id_idx;

-- + index public.wide.wide_v
--   because the type of column public.wide.v changes: built anew for it, it would lose what its part public.wide_0.wide_0_v_id_idx has of its own
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
CREATE UNIQUE INDEX wide_v ON public.wide (v, id);

-- + foreign key public.refers.refers_a_k_v_fkey
--   because index public.q.q_all that it needs is replaced
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.refers ADD CONSTRAINT refers_a_k_v_fkey FOREIGN KEY (a, k, v) REFERENCES public.q (a, k, v);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.keyed;
ANALYZE public.loose;
ANALYZE public.p;
ANALYZE public.q;
ANALYZE public.wide;
ANALYZE public.q_1_0;
