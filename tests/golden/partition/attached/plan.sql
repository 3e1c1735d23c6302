-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.t_2025
--   blocks-reads: reads and writes of the table wait while every row is checked
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row that violates it makes it fail
--   may-fail-on-data: a row outside of the bound makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t_2025 ADD CONSTRAINT t_a_check CHECK (a > 0);
ALTER TABLE public.t ATTACH PARTITION public.t_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

COMMIT;
