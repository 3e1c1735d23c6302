-- Plan for golden (PostgreSQL 15.20): 1 additive step, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.t.new
ALTER TABLE public.t ADD COLUMN new text DEFAULT 'x';

-- Breaking

-- ~ column public.t.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients meet another type: integer to bigint
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE bigint, ALTER COLUMN a SET DEFAULT 2;
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- + index public.t_2025.t_2025_own
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_2025_own ON public.t_2025 (new) WHERE a > 1;

-- + index public.t.t_new
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_new ON public.t (new);

-- - index public.t_2025.t_2025_gone
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_2025_gone;

-- - column public.t.gone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN gone;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;

-- likely rename: column public.t.gone goes and column public.t.new comes, alike: if it is a rename, say `renamed_from: gone`
