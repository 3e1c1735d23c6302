-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - privileges on function public.f()
--   breaks-clients: golden_reader loses execute
REVOKE EXECUTE ON ROUTINE public.f() FROM golden_reader;
GRANT EXECUTE ON ROUTINE public.f() TO PUBLIC;

-- - function public.f()
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f();

-- + function public.f()
CREATE FUNCTION public.f() RETURNS text LANGUAGE sql
AS $$select '1'$$;

-- - privileges on materialized view public.m
--   breaks-clients: golden_reader loses select
REVOKE SELECT ON TABLE public.m FROM golden_reader;

-- - materialized view public.m
--   breaks-clients: clients that use it fail until it is computed anew
DROP MATERIALIZED VIEW public.m;

-- + materialized view public.m
CREATE MATERIALIZED VIEW public.m AS
select b from t;

-- - privileges on view public.v
--   breaks-clients: golden_reader loses select
REVOKE SELECT ON TABLE public.v FROM golden_reader;

-- - view public.v
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- + view public.v
CREATE VIEW public.v AS
select b from t;

COMMIT;
