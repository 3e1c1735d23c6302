-- Plan for golden (PostgreSQL 15.20): 5 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

-- ~ enum public.mood
ALTER TYPE public.mood ADD VALUE 'packaged' AFTER 'calm';

BEGIN;

-- + function public.g(integer)
CREATE FUNCTION public.g(integer) RETURNS integer LANGUAGE sql
AS $$select 1$$;

-- + table public.first
CREATE TABLE public.first (
  id integer
);

-- + table public.second
CREATE TABLE public.second (
  id integer
);

-- + column public.p.name
ALTER TABLE public.p ADD COLUMN name text;

-- Breaking

-- + index public.p.p_kept_idx
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX p_kept_idx ON public.p (kept);

-- - index public.p.p_kept
--   breaks-clients: queries that use it become slow
DROP INDEX public.p_kept;

-- - column public.p.full_name
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.p DROP COLUMN full_name;

COMMIT;

-- likely rename: index public.p.p_kept goes and index public.p.p_kept_idx comes, alike: if it is a rename, say `renamed_from: p_kept`
-- likely rename: column public.p.full_name goes and column public.p.name comes, alike: if it is a rename, say `renamed_from: full_name`
-- hint: function public.g(integer) (wanted.yaml:6:3) comes new: public.f(integer, integer), which its renamed_from names, is not there; leave that out, or mend the name
-- hint: table public.first (wanted.yaml:11:3) comes new: public.firts, which its renamed_from names, is not there; leave that out, or mend the name
-- hint: column public.p.name (wanted.yaml:9:36) comes new: public.p.fullname, which its renamed_from names, is not there; leave that out, or mend the name
-- hint: index public.p.p_kept_idx (wanted.yaml:10:15) comes new: public.p.p_keep, which its renamed_from names, is not there; leave that out, or mend the name
-- hint: value 'packaged' of enum public.mood (wanted.yaml:3:9) comes new: 'botled', which its renamed_from names, is not there; leave that out, or mend it
