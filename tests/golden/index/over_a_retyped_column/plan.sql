-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 12 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.t_expression
--   because the type of column public.t.id changes
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_expression;

-- - index public.t.t_partial
--   because the type of column public.t.id changes
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_partial;

-- - index public.t.t_pattern
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_pattern;

-- - index public.t.t_v
--   because the type of column public.t.v changes
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_v;

-- ~ column public.t.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- ~ column public.t.name
ALTER TABLE public.t ALTER COLUMN name TYPE text;

-- ~ column public.t.at
--   rewrites-table: timestamp to timestamptz: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: timestamp to timestamptz; values are read in the time zone of the session that does it (TimeZone)
ALTER TABLE public.t ALTER COLUMN at TYPE timestamptz;

-- ~ column public.t.v
--   rewrites-table: vector(3) to vector(4): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: vector(3) to vector(4)
ALTER TABLE public.t ALTER COLUMN v TYPE vector(4);

-- + index public.t.t_expression
--   because the type of column public.t.id changes
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_expression ON public.t ((id + 1));
COMMENT ON INDEX public.t_expression IS 'e';

-- + index public.t.t_partial
--   because the type of column public.t.id changes
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_partial ON public.t (other) WHERE id > 0;

-- + index public.t.t_pattern
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_pattern ON public.t (name text_pattern_ops);

-- + index public.t.t_v
--   because the type of column public.t.v changes
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_v ON public.t USING hnsw (v vector_cosine_ops);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
