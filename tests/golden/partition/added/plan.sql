-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + table public.t_2026
--   blocks-reads: reads and writes of public.t_rest wait while every row of it is checked
--   may-fail-on-data: a row of public.t_rest that belongs to it makes it fail
CREATE TABLE public.t_2026 (
  LIKE public.t INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
);
ALTER TABLE public.t ATTACH PARTITION public.t_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

COMMIT;
