-- Plan for golden (PostgreSQL 15.20): 1 additive step, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.conv2(c)
CREATE FUNCTION public.conv2(c) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$select $1.a$$;

-- Breaking

-- - view public.v
--   because function public.conv(c) is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - index public.t.ix
--   because function public.conv(c) is dropped
--   breaks-clients: queries that use it become slow
DROP INDEX public.ix;

-- - cast (c as integer)
--   because function public.conv(c) is dropped
--   breaks-clients: queries that use the cast fail
DROP CAST (c as integer);

-- + cast (c as integer)
--   because function public.conv(c) is dropped
--   breaks-clients: calls that were clear may become ambiguous
CREATE CAST (c as integer) WITH FUNCTION conv2(c) AS IMPLICIT;

-- + index public.t.ix
--   because function public.conv(c) is dropped
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX ix ON public.t ((x::int));

-- + view public.v
--   because function public.conv(c) is dropped
CREATE VIEW public.v AS
select x::int as i from t;

-- - function public.conv(c)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.conv(c);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
