-- Plan for golden (PostgreSQL 15.20): 5 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + enum public.state
CREATE TYPE public.state AS ENUM ('draft', 'done');

-- + function public.total(integer, boolean)
CREATE FUNCTION public.total(integer, boolean) RETURNS integer LANGUAGE sql STABLE
AS $$select case when $2 then -$1 else $1 end$$;

-- ~ function public.report(integer)
CREATE OR REPLACE FUNCTION public.report(integer) RETURNS integer LANGUAGE sql STABLE
AS $$select total($1, true)$$;

-- + column public.others.token
ALTER TABLE public.others ADD COLUMN token text;

-- + function public.of_others()
CREATE FUNCTION public.of_others() RETURNS text LANGUAGE sql STABLE
AS $$select token from others$$;

-- Breaking

-- ~ column public.authors.state
--   rewrites-table: text to public.state: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to public.state
ALTER TABLE public.authors ALTER COLUMN state TYPE public.state USING state::public.state;

-- + function public.done(authors)
CREATE FUNCTION public.done(authors) RETURNS boolean LANGUAGE sql STABLE
AS $$select $1.state = 'done'::state$$;

-- + column public.authors.token
--   rewrites-table: the default is evaluated anew for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.authors ADD COLUMN token uuid DEFAULT gen_random_uuid() NOT NULL;

-- ~ function public.touch()
CREATE OR REPLACE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql
AS $$begin new.token := gen_random_uuid(); return new; end$$;

-- + column public.authors.display
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.authors ADD COLUMN display text GENERATED ALWAYS AS (upper(login)) STORED;

-- ~ function public.label(integer)
CREATE OR REPLACE FUNCTION public.label(integer) RETURNS text LANGUAGE sql STABLE
AS $$select coalesce((select display from public.authors where id = $1), '-')$$;

-- + materialized view public.labels
CREATE MATERIALIZED VIEW public.labels AS
select id, label(id) as label from authors;

-- - function public.total(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.total(integer);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.authors;
