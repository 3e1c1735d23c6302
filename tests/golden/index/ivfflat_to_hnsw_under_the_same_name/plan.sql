-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.chunks.chunks_embedding
--   breaks-clients: queries that use it become slow
DROP INDEX public.chunks_embedding;

-- + index public.chunks.chunks_embedding
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX chunks_embedding ON public.chunks USING hnsw (embedding vector_cosine_ops);
COMMENT ON INDEX public.chunks_embedding IS 'nearest chunks';

COMMIT;
