-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.t_2
CREATE TABLE public.t_2 (
  LIKE public.t INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION,
  CONSTRAINT even_key PRIMARY KEY (id, at)
);
CREATE INDEX even_index ON public.t_2 (a);
ALTER TABLE public.t ATTACH PARTITION public.t_2 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

COMMIT;
