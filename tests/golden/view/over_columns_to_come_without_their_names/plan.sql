-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + column public.log.b
ALTER TABLE public.log ADD COLUMN b integer DEFAULT 2;

-- + function public.append(integer)
CREATE FUNCTION public.append(integer) RETURNS void LANGUAGE sql
begin atomic insert into log values ($1, $1); end;

-- + column public.t.more
ALTER TABLE public.t ADD COLUMN more integer DEFAULT 1;

-- + view public.a_renamed
CREATE VIEW public.a_renamed AS
select x, y from t as z(x, y);

-- + view public.b_renamed
CREATE VIEW public.b_renamed AS
select x, y from t z(x, y);

-- + view public.c_table
CREATE VIEW public.c_table AS
table t;

COMMIT;
