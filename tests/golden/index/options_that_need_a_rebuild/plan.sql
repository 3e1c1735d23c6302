-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.t_bloom
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_bloom;

-- - index public.t.t_brin
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_brin;

-- - index public.t.t_ef
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_ef;

-- - index public.t.t_hnsw
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_hnsw;

-- - index public.t.t_ivf
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_ivf;

-- + index public.t.t_bloom
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_bloom ON public.t USING bloom (s, q) WITH (length=120);

-- + index public.t.t_brin
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_brin ON public.t USING brin (at) WITH (pages_per_range=16, autosummarize=on);

-- + index public.t.t_ef
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_ef ON public.t USING hnsw (v vector_ip_ops) WITH (m=8, ef_construction=64);

-- + index public.t.t_hnsw
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_hnsw ON public.t USING hnsw (v vector_l2_ops) WITH (m=16);
COMMENT ON INDEX public.t_hnsw IS 'nearest';

-- + index public.t.t_ivf
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_ivf ON public.t USING ivfflat (w vector_l2_ops) WITH (lists=7);

COMMIT;
