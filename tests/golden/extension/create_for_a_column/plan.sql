-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + extension vector
CREATE EXTENSION vector;
COMMENT ON EXTENSION vector IS 'similarity search';

-- + table public.chunks
CREATE TABLE public.chunks (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  embedding vector(3) NOT NULL,
  CONSTRAINT chunks_pkey PRIMARY KEY (id)
);
CREATE INDEX chunks_embedding ON public.chunks USING hnsw (embedding vector_cosine_ops) WITH (m=8, ef_construction=32);

COMMIT;
