-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.inserts_named(integer)
CREATE FUNCTION public.inserts_named(integer) RETURNS void LANGUAGE sql
begin atomic insert into w (a) values ($1); end;

-- + view public.named
CREATE VIEW public.named AS
select a from u as q;

-- Breaking

-- - column public.k.gone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.k DROP COLUMN gone;

-- + function public.updates(integer)
CREATE FUNCTION public.updates(integer) RETURNS void LANGUAGE sql
begin atomic insert into k (id) values ($1) on conflict (id) do update set a = excluded.a; end;

-- - column public.u.gone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.u DROP COLUMN gone;

-- + view public.by_alias
CREATE VIEW public.by_alias AS
select q.y from u as q (x, y);

-- - column public.w.gone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.w DROP COLUMN gone;

-- + function public.inserts(integer)
CREATE FUNCTION public.inserts(integer) RETURNS void LANGUAGE sql
begin atomic insert into w values ($1); end;

-- + view public.joined
CREATE VIEW public.joined AS
select k.id from k natural join w;

-- + rule public.u.also
--   breaks-clients: statements do something else, or more, than before
CREATE RULE also AS ON INSERT TO public.u DO ALSO insert into w values (new.a);

COMMIT;
