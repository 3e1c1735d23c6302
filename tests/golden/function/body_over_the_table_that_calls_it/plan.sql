-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.doubled(integer)
CREATE FUNCTION public.doubled(integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$select $1 * (select count(twice)::int from old)$$;

-- + function public.is_few(integer)
CREATE FUNCTION public.is_few(integer) RETURNS boolean LANGUAGE sql IMMUTABLE
AS $$select $1 < 10 or (select count(*) from checked) < 10$$;

-- + function public.next_number()
CREATE FUNCTION public.next_number() RETURNS integer LANGUAGE sql
AS $$select count(*)::int + 1 from counted$$;

-- + table public.checked
CREATE TABLE public.checked (
  a integer,
  CONSTRAINT few CHECK (is_few(a))
);

-- + table public.counted
CREATE TABLE public.counted (
  n integer DEFAULT next_number(),
  a integer
);

-- + column public.old.twice
ALTER TABLE public.old ADD COLUMN twice integer GENERATED ALWAYS AS (doubled(a)) STORED;

COMMIT;
