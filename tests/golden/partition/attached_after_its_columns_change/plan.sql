-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.old.note
ALTER TABLE public.old ADD COLUMN note text;

-- Breaking

-- ~ column public.old.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.old ALTER COLUMN id TYPE bigint;

-- ~ table public.old
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.t ATTACH PARTITION public.old FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.old;
