-- Plan for golden (PostgreSQL 15.20): 1 additive step, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.lt2(integer, integer)
CREATE FUNCTION public.lt2(a integer, b integer) RETURNS boolean LANGUAGE sql IMMUTABLE
AS $$select a < b$$;

-- Breaking

-- - view public.v
--   because operator public.<<|(integer, integer) is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - check public.t.t_a_check
--   because operator public.<<|(integer, integer) is replaced
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

-- - column public.t.b
--   because operator public.<<|(integer, integer) is replaced
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN b;

-- - function public.uses()
--   because operator public.<<|(integer, integer) is replaced
--   breaks-clients: clients that call it fail
DROP FUNCTION public.uses();

-- - operator public.<<|(integer, integer)
--   because function public.lt(integer, integer) is dropped
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.<<|(integer, integer);

-- + operator public.<<|(integer, integer)
--   because function public.lt(integer, integer) is dropped
CREATE OPERATOR public.<<| (FUNCTION = lt2, LEFTARG = integer, RIGHTARG = integer);

-- + function public.uses()
--   because operator public.<<|(integer, integer) is replaced
CREATE FUNCTION public.uses() RETURNS boolean LANGUAGE sql
return 1 <<| 2;

-- + column public.t.b
--   because operator public.<<|(integer, integer) is replaced
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN b boolean GENERATED ALWAYS AS (a <<| 5) STORED;

-- + check public.t.t_a_check
--   because operator public.<<|(integer, integer) is replaced
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK (a <<| 7);

-- + view public.v
--   because operator public.<<|(integer, integer) is replaced
CREATE VIEW public.v AS
select a <<| 3 as x from t;

-- - function public.lt(integer, integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.lt(integer, integer);

COMMIT;
