-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.cs
--   rewrites-table: col[] to integer[]: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: col[] to integer[]
ALTER TABLE public.t ALTER COLUMN cs TYPE integer[];

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
