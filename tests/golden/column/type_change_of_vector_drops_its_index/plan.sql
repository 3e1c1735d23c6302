-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.chunks.chunks_a
--   breaks-clients: queries that use it become slow
DROP INDEX public.chunks_a;

-- ~ column public.chunks.a
ALTER TABLE public.chunks ALTER COLUMN a TYPE vector;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.chunks;
