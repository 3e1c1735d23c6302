-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.t_v
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_v;

-- + index public.t.t_v
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_v ON public.t USING hnsw (v vector_l2_ops) WITH (m=16, ef_construction=64);

COMMIT;
