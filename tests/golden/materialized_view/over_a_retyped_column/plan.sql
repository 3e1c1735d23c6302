-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because materialized view public.m is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - materialized view public.m
--   because the type of column public.t.a changes
--   breaks-clients: clients that use it fail until it is computed anew
DROP MATERIALIZED VIEW public.m;

-- ~ column public.t.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- + materialized view public.m
--   because the type of column public.t.a changes
CREATE MATERIALIZED VIEW public.m AS
select id, a from t;

-- + index public.m.m_id
--   because materialized view public.m is replaced
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
CREATE UNIQUE INDEX m_id ON public.m (id);

-- + view public.v
--   because materialized view public.m is replaced
CREATE VIEW public.v AS
select a from m;

-- + comment on view column public.m.a
--   because goes with what it is on
COMMENT ON COLUMN public.m.a IS 'kept';

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
