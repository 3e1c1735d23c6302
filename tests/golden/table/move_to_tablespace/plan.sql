-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ table public.back
ALTER TABLE public.back SET TABLESPACE pg_default;

-- Breaking

-- ~ table public.t
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is copied
ALTER TABLE public.t SET TABLESPACE golden_fast;

COMMIT;
