-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- → statistics public.t.old_name → statistics public.t.new_name
ALTER STATISTICS public.old_name RENAME TO new_name;

-- ~ statistics public.t.s_target
ALTER STATISTICS public.s_target SET STATISTICS 200;

-- - statistics public.t.s_dropped
DROP STATISTICS public.s_dropped;

-- - statistics public.t.s_gone
DROP STATISTICS public.s_gone;

-- Breaking

-- - statistics public.t.s_columns
DROP STATISTICS public.s_columns;

-- - statistics public.t.s_kinds
DROP STATISTICS public.s_kinds;

-- ~ column public.t.c
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN c TYPE bigint;

-- + statistics public.t.s_columns
CREATE STATISTICS public.s_columns ON a, b, c FROM public.t;

-- + statistics public.t.s_kinds
CREATE STATISTICS public.s_kinds (dependencies, mcv) ON a, b FROM public.t;
COMMENT ON STATISTICS public.s_kinds IS 'kept';

-- - column public.t.gone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN gone;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
