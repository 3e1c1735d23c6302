-- Plan for golden (PostgreSQL 15.20): 7 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.t
CREATE TABLE public.t (
  a integer,
  b integer
) PARTITION BY range (a);

-- + table public.t_1
CREATE TABLE public.t_1 (
  LIKE public.t INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
);
CREATE INDEX t_1_b ON public.t_1 (b);
ALTER TABLE public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (1) TO (2);

-- + table public.t_2
CREATE TABLE public.t_2 (
  LIKE public.t INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
) PARTITION BY range (b);
ALTER TABLE public.t ATTACH PARTITION public.t_2 FOR VALUES FROM (2) TO (3);

-- + table public.t_2_1
CREATE TABLE public.t_2_1 (
  LIKE public.t_2 INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
);
CREATE INDEX t_2_1_b ON public.t_2_1 (b);
ALTER TABLE public.t_2 ATTACH PARTITION public.t_2_1 FOR VALUES FROM (1) TO (2);

-- + table public.t_2_2
CREATE TABLE public.t_2_2 PARTITION OF public.t_2 FOR VALUES FROM (2) TO (3);

-- + index public.t_2.t_2_b
CREATE INDEX t_2_b ON ONLY public.t_2 (b);
ALTER INDEX public.t_2_b ATTACH PARTITION public.t_2_1_b;

-- + index public.t.t_b
CREATE INDEX t_b ON ONLY public.t (b);
ALTER INDEX public.t_b ATTACH PARTITION public.t_1_b;
ALTER INDEX public.t_b ATTACH PARTITION public.t_2_b;

COMMIT;
