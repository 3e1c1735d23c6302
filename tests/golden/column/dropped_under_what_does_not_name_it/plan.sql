-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - rule public.o.adds
--   because column public.k.gone is dropped
--   breaks-clients: statements that it rewrote are carried out as they stand
DROP RULE adds ON public.o;

-- - function public.adds(integer)
--   because column public.k.gone is dropped
--   breaks-clients: clients that call it fail
DROP FUNCTION public.adds(integer);

-- ~ view public.joined
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.joined AS
SELECT k.a,
    o.c
   FROM (k
     JOIN o USING (id));

-- - column public.k.gone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.k DROP COLUMN gone;

-- + function public.adds(integer)
--   because column public.k.gone is dropped
CREATE FUNCTION public.adds(integer) RETURNS void LANGUAGE sql
begin atomic insert into k (id) values ($1) on conflict (id) do update set a = excluded.a; end;

-- - column public.o.gone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.o DROP COLUMN gone;

-- + rule public.o.adds
--   because column public.k.gone is dropped
CREATE RULE adds AS ON INSERT TO public.o DO ALSO insert into k (id, a) values (new.id, 1) on conflict (id) do update set a = excluded.a;

COMMIT;
