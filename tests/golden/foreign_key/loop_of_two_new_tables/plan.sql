-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.clusters
CREATE TABLE public.clusters (
  id uuid NOT NULL,
  best_memory_id uuid,
  CONSTRAINT clusters_pkey PRIMARY KEY (id)
);

-- + table public.memories
CREATE TABLE public.memories (
  id uuid NOT NULL,
  cluster_id uuid,
  CONSTRAINT memories_pkey PRIMARY KEY (id)
);
ALTER TABLE public.memories ADD CONSTRAINT memories_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters (id) ON DELETE SET NULL;

-- + foreign key public.clusters.clusters_best_memory_id_fkey
ALTER TABLE public.clusters ADD CONSTRAINT clusters_best_memory_id_fkey FOREIGN KEY (best_memory_id) REFERENCES public.memories (id) ON DELETE SET NULL;

COMMIT;
