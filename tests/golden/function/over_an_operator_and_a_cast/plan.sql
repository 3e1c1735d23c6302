-- Plan for golden (PostgreSQL 15.20): 10 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + type public.c
CREATE TYPE public.c AS (
  a integer,
  b integer
);

-- + function public.conv(c)
CREATE FUNCTION public.conv(c) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$select $1.a$$;

-- + function public.h(integer, integer)
CREATE FUNCTION public.h(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$select $1 + $2$$;

-- + cast (c as integer)
CREATE CAST (c as integer) WITH FUNCTION conv(c) AS IMPLICIT;

-- + function public.a_cast(c)
CREATE FUNCTION public.a_cast(c) RETURNS integer LANGUAGE sql
begin atomic select $1::int; end;

-- + function public.b_cast(c)
CREATE FUNCTION public.b_cast(x c) RETURNS integer LANGUAGE sql
return cast(x as integer);

-- + operator public.###(integer, integer)
CREATE OPERATOR public.### (FUNCTION = h, LEFTARG = integer, RIGHTARG = integer);

-- + function public.a_sum(integer)
CREATE FUNCTION public.a_sum(integer) RETURNS integer LANGUAGE sql
return $1 ### 2;

-- + table public.t
CREATE TABLE public.t (
  x c,
  y integer GENERATED ALWAYS AS (x::int) STORED
);
CREATE INDEX i ON public.t ((x::int));

-- + view public.v
CREATE VIEW public.v AS
select x::int as i, 1 ### 2 as s from t;

COMMIT;
