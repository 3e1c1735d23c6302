-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.back
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is copied
ALTER TABLE public.back SET LOGGED;

-- ~ table public.cache
--   destroys-data: an unlogged table is emptied by a crash, and not replicated
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is copied
ALTER TABLE public.cache SET UNLOGGED;

COMMIT;
