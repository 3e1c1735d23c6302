-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.set()
CREATE FUNCTION public.set() RETURNS trigger LANGUAGE plpgsql
AS $$begin return new; end$$;

-- + view public.other
CREATE VIEW public.other AS
select a + b as sum from t;

-- Breaking

-- - operator public.=(integer, numeric)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.=(integer, numeric);

-- + check public.t.c
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT c CHECK (a in (1, 2.0));

-- - operator public.==>(integer, integer)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.==>(integer, integer);

-- + view public.v
CREATE VIEW public.v AS
select a ==> b as yes from t;

-- + trigger public.t.tr
CREATE TRIGGER tr before update ON public.t for each row when (new.a operator(public.==>) old.a) execute function set();

-- + policy public.t.p
CREATE POLICY p ON public.t USING (a ==> b);

-- - function public.g(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.g(integer);

-- + table public.parted
CREATE TABLE public.parted (
  a integer
) PARTITION BY range (g(a));

COMMIT;
