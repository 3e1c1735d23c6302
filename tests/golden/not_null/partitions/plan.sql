-- Plan for golden (PostgreSQL 18.4): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ column public.p.a
ALTER TABLE public.p RENAME CONSTRAINT p_a_not_null TO p_a;

-- Breaking

-- ~ column public.p.b
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.p ADD CONSTRAINT p_b NOT NULL b;

-- + table public.p_2
CREATE TABLE public.p_2 (
  LIKE public.p INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
);
ALTER TABLE public.p ATTACH PARTITION public.p_2 FOR VALUES FROM (10) TO (20);

COMMIT;
