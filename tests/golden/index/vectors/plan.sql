-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + index public.chunks.by_bits
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX by_bits ON public.chunks USING hnsw (bits bit_hamming_ops);

-- + index public.chunks.by_distance
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX by_distance ON public.chunks USING hnsw (embedding vector_l2_ops);

-- + index public.chunks.by_half
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX by_half ON public.chunks USING hnsw ((embedding::halfvec(3)) halfvec_cosine_ops);

-- + index public.chunks.by_halfvec
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX by_halfvec ON public.chunks USING hnsw (half halfvec_l1_ops) WHERE body <> '';

-- + index public.chunks.by_meaning
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX by_meaning ON public.chunks USING hnsw (embedding vector_cosine_ops) WITH (m=24, ef_construction=128);

-- + index public.chunks.by_product
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX by_product ON public.chunks USING ivfflat (embedding vector_ip_ops) WITH (lists=10);

-- + index public.chunks.by_quantized
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX by_quantized ON public.chunks USING hnsw ((binary_quantize(embedding)::bit(3)) bit_jaccard_ops);

-- + index public.chunks.by_sparse
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX by_sparse ON public.chunks USING hnsw (sparse sparsevec_l2_ops);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.chunks;
