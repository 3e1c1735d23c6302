-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- + primary key public.t.t_key
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_key PRIMARY KEY (id);

-- + function public.adds(integer)
CREATE FUNCTION public.adds(integer) RETURNS void LANGUAGE sql
begin atomic insert into t (id) values ($1) on conflict on constraint t_key do nothing; end;

COMMIT;
