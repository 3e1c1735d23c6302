-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - function public.parts(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.parts(integer);

-- + function public.parts(integer)
CREATE FUNCTION public.parts(integer) RETURNS TABLE (a integer, c integer) LANGUAGE sql
AS $$select $1, 2$$;

-- ~ column public.hits.page
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.hits ALTER COLUMN page SET NOT NULL;

-- + primary key public.hits.hits_pkey
ALTER TABLE public.hits ADD CONSTRAINT hits_pkey PRIMARY KEY (page);

-- ~ function public.hit(text)
CREATE OR REPLACE FUNCTION public.hit(text) RETURNS void LANGUAGE sql
AS $$insert into hits values ($1, 1) on conflict (page) do update set n = hits.n + 1$$;

-- ~ view public.v
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.v AS
SELECT t.id,
    t.n AS gross
   FROM t;

-- ~ function public.ins()
CREATE OR REPLACE FUNCTION public.ins() RETURNS trigger LANGUAGE plpgsql
AS $$begin insert into t values (new.id, new.gross); return new; end$$;

-- ~ function public.total()
CREATE OR REPLACE FUNCTION public.total() RETURNS integer LANGUAGE sql STABLE
AS $$select sum(gross)::int + (select max(c) from public.parts(1)) from public.v$$;

-- + materialized view public.m
CREATE MATERIALIZED VIEW public.m AS
select total() as total;

COMMIT;
