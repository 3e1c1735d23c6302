-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.to_mood(integer)
CREATE FUNCTION public.to_mood(integer) RETURNS mood LANGUAGE sql
AS $$ select case when $1 > 0 then 'high' else 'low' end::mood $$;

-- + function public.to_pair(integer)
CREATE FUNCTION public.to_pair(integer) RETURNS pair LANGUAGE sql
AS $$ select row($1, 0)::pair $$;

-- + cast (integer as mood)
CREATE CAST (integer as mood) WITH FUNCTION to_mood(integer) AS ASSIGNMENT;

-- + cast (integer as pair)
CREATE CAST (integer as pair) WITH FUNCTION to_pair(integer);

-- Breaking

-- ~ column public.t.u
--   rewrites-table: integer to uuid: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: integer to uuid
ALTER TABLE public.t ALTER COLUMN u TYPE uuid USING u::uuid;

-- ~ column public.t.m
--   rewrites-table: integer to mood: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: integer to mood
ALTER TABLE public.t ALTER COLUMN m TYPE mood;

-- ~ column public.t.p
--   rewrites-table: integer to pair: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: integer to pair
ALTER TABLE public.t ALTER COLUMN p TYPE pair USING p::pair;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
