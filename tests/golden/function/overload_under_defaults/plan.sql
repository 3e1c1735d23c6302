-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 14 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because function public.f(integer) is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - check public.w.w_id_check
--   because function public.f(integer) is dropped
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.w DROP CONSTRAINT w_id_check;

-- - column public.w.g
--   because function public.f(integer) is dropped
--   breaks-clients: clients that use the column fail
ALTER TABLE public.w DROP COLUMN g;

-- ~ column public.w.h
--   because function public.f(integer) is dropped
ALTER TABLE public.w ALTER COLUMN h DROP DEFAULT;

-- - domain check public.dm.dm_check
--   because function public.f(integer) is dropped
--   breaks-clients: values that it refused can come in
ALTER DOMAIN public.dm DROP CONSTRAINT dm_check;

-- ~ domain public.dm
--   because function public.f(integer) is dropped
ALTER DOMAIN public.dm DROP DEFAULT;

-- + function public.f(integer, text)
--   breaks-clients: a call may now fit f(integer) as well, and fail as ambiguous or find the other one
CREATE FUNCTION public.f(integer, text DEFAULT 'a') RETURNS integer LANGUAGE sql IMMUTABLE
AS $$select 1$$;

-- - function public.f(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f(integer);

-- ~ domain public.dm
--   because function public.f(integer) is dropped
ALTER DOMAIN public.dm SET DEFAULT f(2);

-- + domain check public.dm.dm_check
--   because function public.f(integer) is dropped
--   blocks-writes: writes of public.w wait while every row is checked
--   may-fail-on-data: a row with a value that violates it makes it fail
ALTER DOMAIN public.dm ADD CONSTRAINT dm_check CHECK (f(value) > 0);

-- ~ column public.w.h
--   because function public.f(integer) is dropped
ALTER TABLE public.w ALTER COLUMN h SET DEFAULT f(3);

-- + column public.w.g
--   because function public.f(integer) is dropped
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.w ADD COLUMN g integer GENERATED ALWAYS AS (f(id)) STORED;

-- + check public.w.w_id_check
--   because function public.f(integer) is dropped
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
ALTER TABLE public.w ADD CONSTRAINT w_id_check CHECK (f(id) > 0);

-- + view public.v
--   because function public.f(integer) is dropped
CREATE VIEW public.v AS
select f(id) as x from w;

COMMIT;
