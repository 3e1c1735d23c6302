-- Plan for golden (PostgreSQL 15.20): 1 additive step, 16 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- ~ function public.dear()
CREATE OR REPLACE FUNCTION public.dear() RETURNS bigint LANGUAGE sql STABLE COST 500
AS $$select sum(a) from g where twice > 1$$;

-- Breaking

-- - column public.g.twice
--   breaks-clients: clients that use the column fail
ALTER TABLE public.g DROP COLUMN twice;

-- - function public.parts(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.parts(integer);

-- + function public.parts(integer)
CREATE FUNCTION public.parts(integer) RETURNS TABLE (a integer, c integer) LANGUAGE sql
AS $$select $1, 2$$;

-- + column public.g.twice
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.g ADD COLUMN twice integer GENERATED ALWAYS AS (a * 3) STORED;

-- ~ function public.doubled()
CREATE OR REPLACE FUNCTION public.doubled() RETURNS bigint LANGUAGE sql STABLE
AS $$select sum(twice) from g$$;

-- ~ column public.hits.page
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.hits ALTER COLUMN page SET NOT NULL;

-- ~ column public.hits.who
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.hits ALTER COLUMN who DROP NOT NULL;

-- ~ function public.unnamed(text)
CREATE OR REPLACE FUNCTION public.unnamed(text) RETURNS void LANGUAGE sql
AS $$insert into hits (page, who) values ($1, null)$$;

-- + primary key public.hits.hits_pkey
ALTER TABLE public.hits ADD CONSTRAINT hits_pkey PRIMARY KEY (page);

-- ~ function public.hit(text)
CREATE OR REPLACE FUNCTION public.hit(text) RETURNS void LANGUAGE sql
AS $$insert into hits values ($1, 1) on conflict (page) do update set n = hits.n + 1$$;

-- + index public.kept.kept_id
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
CREATE UNIQUE INDEX kept_id ON public.kept (id);

-- ~ function public.refresh()
CREATE OR REPLACE FUNCTION public.refresh() RETURNS void LANGUAGE plpgsql
AS $$begin refresh materialized view concurrently public.kept; end$$;

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
