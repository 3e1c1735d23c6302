-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = app, public;

-- Breaking

BEGIN;

-- → function public.moves(integer) → function app.moves(integer)
--   breaks-clients: clients that use the old schema fail
ALTER FUNCTION public.moves(integer) SET SCHEMA app;

SET search_path = public;

-- → function public.f(integer) → function public.new_f(integer)
--   breaks-clients: clients that use the old name fail
ALTER FUNCTION public.f(integer) RENAME TO new_f;

-- → function public.g(integer) → function public.new_g(integer)
--   breaks-clients: clients that use the old name fail
ALTER FUNCTION public.g(integer) RENAME TO new_g;

-- → procedure public.p(integer) → procedure public.q(integer)
--   breaks-clients: clients that use the old name fail
ALTER PROCEDURE public.p(integer) RENAME TO q;

-- - view public.v
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - function public.new_g(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.new_g(integer);

-- + function public.new_g(integer)
CREATE FUNCTION public.new_g(a integer) RETURNS bigint LANGUAGE sql
AS $$select a$$;

-- + view public.v
CREATE VIEW public.v AS
select new_f(a) as x from t;

COMMIT;
