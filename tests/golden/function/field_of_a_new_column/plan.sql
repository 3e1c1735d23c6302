-- Plan for golden (PostgreSQL 15.20): 5 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + column public.t.b
ALTER TABLE public.t ADD COLUMN b text;

-- + column public.t.c
ALTER TABLE public.t ADD COLUMN c integer[];

-- + function public.by_name(t)
CREATE FUNCTION public.by_name(x t) RETURNS text LANGUAGE sql
begin atomic select (x).b; end;

-- + function public.by_number(t)
CREATE FUNCTION public.by_number(t) RETURNS text LANGUAGE sql
begin atomic select ($1).b; end;

-- ~ function public.changed(t)
CREATE OR REPLACE FUNCTION public.changed(x t) RETURNS integer LANGUAGE sql
begin atomic select (x).id + (x).c[1]; end;

COMMIT;
