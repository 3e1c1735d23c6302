-- Plan for golden (PostgreSQL 17.10): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.twice
--   rewrites-table: the column is computed anew for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ALTER COLUMN twice SET EXPRESSION AS ((a + a));

-- ~ column public.t.gone
--   breaks-clients: the column keeps its values but is no longer computed
ALTER TABLE public.t ALTER COLUMN gone DROP EXPRESSION;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
