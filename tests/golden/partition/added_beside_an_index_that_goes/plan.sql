-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.t_2027
CREATE TABLE public.t_2027 (
  LIKE public.t INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
);
ALTER TABLE public.t ATTACH PARTITION public.t_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

-- Breaking

-- - index public.t.t_n
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_n;

-- + table public.t_2026
CREATE TABLE public.t_2026 (
  LIKE public.t INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
);
CREATE INDEX t_2026_n ON public.t_2026 (n);
ALTER TABLE public.t ATTACH PARTITION public.t_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

COMMIT;
