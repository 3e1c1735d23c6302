-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- ~ function public.revised(integer)
CREATE OR REPLACE FUNCTION public.revised(integer) RETURNS integer LANGUAGE sql STABLE
AS $$select author_id from revisions where id = $1$$;

-- Breaking

-- → column public.articles.author → column public.articles.author_id
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.articles RENAME COLUMN author TO author_id;

-- ~ function public.save()
CREATE OR REPLACE FUNCTION public.save() RETURNS trigger LANGUAGE plpgsql
AS $$begin insert into revisions values (old.id, old.author_id); return new; end$$;

COMMIT;
