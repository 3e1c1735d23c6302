-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.adds(integer)
CREATE FUNCTION public.adds(integer) RETURNS integer LANGUAGE sql
begin atomic insert into p (id, b) values ($1, 'x') returning id; end;

-- + function public.reads()
CREATE FUNCTION public.reads() RETURNS jsonb LANGUAGE sql
begin atomic select settings from p; end;

-- Breaking

-- → column public.p.a → column public.p.a2
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.p RENAME COLUMN a TO a2;

-- + function public.waits(integer)
CREATE FUNCTION public.waits(integer) RETURNS void LANGUAGE sql
begin atomic insert into p values ($1); end;

-- ~ column public.p.settings
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.p ALTER COLUMN settings SET DEFAULT '{}';
ALTER TABLE public.p ALTER COLUMN settings SET NOT NULL;

COMMIT;
