-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.halves
--   because function public.halved(integer) is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.halves;

-- - view public.others
--   because table public.other is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.others;

-- + function public.halved(bigint)
--   breaks-clients: a call may now fit halved(integer) as well, and fail as ambiguous or find the other one
CREATE FUNCTION public.halved(bigint) RETURNS text LANGUAGE sql IMMUTABLE
AS $$select 'half'$$;

-- - table public.other
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.other;

-- + view public.other
CREATE VIEW public.other AS
select 1 as a;

-- + view public.others
--   because table public.other is dropped
CREATE VIEW public.others AS
select a from other;

-- - function public.halved(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.halved(integer);

-- + view public.halves
--   because function public.halved(integer) is dropped
CREATE VIEW public.halves AS
select halved(id) from t;

COMMIT;
