-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because column public.t.changes is dropped and added anew
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - index public.t.t_changes
--   because column public.t.changes is dropped and added anew
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_changes;

-- - column public.t.becomes
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN becomes;

-- - column public.t.changes
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN changes;

-- + column public.t.changes
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN changes integer GENERATED ALWAYS AS (a + 2) STORED;
COMMENT ON COLUMN public.t.changes IS 'computed';

-- ~ column public.t.stops
--   breaks-clients: the column keeps its values but is no longer computed
ALTER TABLE public.t ALTER COLUMN stops DROP EXPRESSION;

-- + column public.t.becomes
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN becomes integer GENERATED ALWAYS AS (a * 2) STORED;

-- ~ column public.t.type
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN type TYPE bigint;

-- + index public.t.t_changes
--   because column public.t.changes is dropped and added anew
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_changes ON public.t (changes);

-- + view public.v
--   because column public.t.changes is dropped and added anew
CREATE VIEW public.v AS
select changes from t;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
