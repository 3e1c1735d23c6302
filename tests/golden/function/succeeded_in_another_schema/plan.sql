-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = d, public;

-- Additive

BEGIN;

-- + function d.f(integer)
CREATE FUNCTION d.f(integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$select 1$$;

-- + sequence d.sq
CREATE SEQUENCE d.sq;

SET search_path = public;

-- ~ column public.w.id
ALTER TABLE public.w ALTER COLUMN id SET DEFAULT nextval('d.sq');

-- Breaking

-- - policy public.w.p
--   because function s.f(integer) is dropped
DROP POLICY p ON public.w;

-- - view public.va
--   because function s.f(integer) is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.va;

-- - check public.w.w_a_check
--   because function s.f(integer) is dropped
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.w DROP CONSTRAINT w_a_check;

-- - function public.g(integer)
--   because function s.f(integer) is dropped
--   breaks-clients: clients that call it fail
DROP FUNCTION public.g(integer);

SET search_path = s, public;

-- - sequence s.sq
--   destroys-data: how far the sequence has counted is lost
DROP SEQUENCE s.sq;

-- - function s.f(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION s.f(integer);

SET search_path = public;

-- + function public.g(integer)
--   because function s.f(integer) is dropped
CREATE FUNCTION public.g(integer) RETURNS integer LANGUAGE sql
begin atomic select d.f($1); end;

-- + check public.w.w_a_check
--   because function s.f(integer) is dropped
ALTER TABLE public.w ADD CONSTRAINT w_a_check CHECK (d.f(a) > 0);

-- + view public.va
--   because function s.f(integer) is dropped
CREATE VIEW public.va AS
select d.f(id) as z from w;

-- + policy public.w.p
--   because function s.f(integer) is dropped
CREATE POLICY p ON public.w USING (d.f(a) > 0);

COMMIT;
