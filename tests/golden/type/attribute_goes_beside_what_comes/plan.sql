-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.gone(pair)
CREATE FUNCTION public.gone(pair) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$select 7$$;

-- + view public.others
CREATE VIEW public.others AS
select (c).b from t;

-- Breaking

-- - attribute public.pair.gone
--   destroys-data: its value in every row with the type is lost
--   breaks-clients: clients that use the attribute fail
ALTER TYPE public.pair DROP ATTRIBUTE gone;

-- + view public.by_function
CREATE VIEW public.by_function AS
select (c).gone from t;

-- + view public.whole
CREATE VIEW public.whole AS
select (c).* from t;

COMMIT;
