-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - materialized view public.over_both
--   because view public.over_m is replaced
--   breaks-clients: clients that use it fail until it is computed anew
DROP MATERIALIZED VIEW public.over_both;

-- - view public.over_m
--   because materialized view public.m is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.over_m;

-- - materialized view public.m
--   breaks-clients: clients that use it fail until it is computed anew
DROP MATERIALIZED VIEW public.m;

-- + materialized view public.m
CREATE MATERIALIZED VIEW public.m AS
select id, a, b from t;
COMMENT ON MATERIALIZED VIEW public.m IS 'sums';

-- + index public.m.m_a
--   because materialized view public.m is replaced
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX m_a ON public.m (a) WHERE a > 0;
COMMENT ON INDEX public.m_a IS 'by a';

-- + index public.m.m_id
--   because materialized view public.m is replaced
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
CREATE UNIQUE INDEX m_id ON public.m (id);

-- + view public.over_m
--   because materialized view public.m is replaced
CREATE VIEW public.over_m AS
select a from m;

-- + materialized view public.over_both
--   because view public.over_m is replaced
CREATE MATERIALIZED VIEW public.over_both AS
select a from over_m;

-- + view column public.m.a
--   because materialized view public.m is replaced
ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STATISTICS 300;

-- + comment on view column public.m.id
--   because goes with what it is on
COMMENT ON COLUMN public.m.id IS 'number';

COMMIT;
