-- Plan for golden (PostgreSQL 15.20): 1 additive step, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.chunks.embedding
ALTER TABLE public.chunks ADD COLUMN embedding vector(3);

-- Breaking

-- + column public.chunks.words
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.chunks ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED;

-- + index public.chunks.chunks_embedding
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX chunks_embedding ON public.chunks USING hnsw (embedding vector_cosine_ops);

-- + index public.chunks.chunks_words
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX chunks_words ON public.chunks USING gin (words);

COMMIT;
