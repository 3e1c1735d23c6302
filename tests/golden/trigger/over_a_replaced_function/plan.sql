-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - trigger public.t.t_constraint
--   because function public.f(integer) is replaced
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER t_constraint ON public.t;

-- - trigger public.t.t_when
--   because function public.f(integer) is replaced
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER t_when ON public.t;

-- - function public.f(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f(integer);

-- + function public.f(integer)
CREATE FUNCTION public.f(n integer) RETURNS bigint LANGUAGE sql
AS $$select n$$;

-- + trigger public.t.t_constraint
--   because function public.f(integer) is replaced
CREATE CONSTRAINT TRIGGER t_constraint after insert ON public.t for each row when (f(new.a) > 0) execute function put();

-- + trigger public.t.t_when
--   because function public.f(integer) is replaced
CREATE TRIGGER t_when before update ON public.t for each row when (f(new.a) > 0) execute function put();
COMMENT ON TRIGGER t_when ON public.t IS 'stays';

COMMIT;
