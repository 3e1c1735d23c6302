-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 20 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.w
--   because view public.v is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.w;

-- - view public.v
--   because function public.f(integer) is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - index public.t.t_f
--   because function public.f(integer) is replaced
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_f;

-- - index public.t.t_where
--   because function public.f(integer) is replaced
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_where;

-- - exclusion public.t.t_excl
--   because function public.f(integer) is replaced
--   breaks-clients: rows that collide can come in
ALTER TABLE public.t DROP CONSTRAINT t_excl;

-- - check public.t.t_check
--   because function public.f(integer) is replaced
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT t_check;

-- ~ column public.t.a
--   because function public.f(integer) is replaced
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- - column public.t.b
--   because function public.f(integer) is replaced
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN b;

-- - function public.g(integer)
--   because function public.f(integer) is replaced
--   breaks-clients: clients that call it fail
DROP FUNCTION public.g(integer);

-- - function public.f(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f(integer);

-- + function public.f(integer)
CREATE FUNCTION public.f(n integer) RETURNS bigint LANGUAGE sql IMMUTABLE
AS $$select n$$;

-- + function public.g(integer)
--   because function public.f(integer) is replaced
CREATE FUNCTION public.g(n integer) RETURNS integer LANGUAGE sql
return f(n) + 1;

-- ~ column public.t.a
--   because function public.f(integer) is replaced
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT f(1);

-- + column public.t.b
--   because function public.f(integer) is replaced
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS (f(id)) STORED;

-- + check public.t.t_check
--   because function public.f(integer) is replaced
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK (f(a) > 0);

-- + exclusion public.t.t_excl
--   because function public.f(integer) is replaced
--   blocks-reads: reads and writes of the table wait while its index is built; there is no online way
--   may-fail-on-data: two rows that collide make it fail
ALTER TABLE public.t ADD CONSTRAINT t_excl EXCLUDE USING btree (f(a) with =);

-- + index public.t.t_f
--   because function public.f(integer) is replaced
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_f ON public.t (f(a));
COMMENT ON INDEX public.t_f IS 'by f';

-- + index public.t.t_where
--   because function public.f(integer) is replaced
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_where ON public.t (a) WHERE f(a) > 1;

-- + view public.v
--   because function public.f(integer) is replaced
CREATE VIEW public.v AS
select f(a) as x from t;
COMMENT ON VIEW public.v IS 'through f';

-- + view public.w
--   because view public.v is replaced
CREATE VIEW public.w AS
select x from v;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
