-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - column public.par.v
--   because the type of column public.par.a changes
--   breaks-clients: clients that use the column fail
ALTER TABLE public.par DROP COLUMN v;

-- ~ column public.par.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.par ALTER COLUMN a TYPE bigint;

-- + column public.par.v
--   because the type of column public.par.a changes
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.par ADD COLUMN v integer GENERATED ALWAYS AS ((a + 1)) STORED;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.par;
ANALYZE public.chi;
