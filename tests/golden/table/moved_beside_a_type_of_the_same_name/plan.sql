-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = s2, public;

-- Breaking

BEGIN;

-- → table public.t → table s2.t
--   breaks-clients: clients that use the old schema fail
ALTER TABLE public.t SET SCHEMA s2;

-- → table s1.u → table s2.u
--   breaks-clients: clients that use the old schema fail
ALTER TABLE s1.u SET SCHEMA s2;

-- ~ column s2.t.c
--   rewrites-table: public.e to e: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: public.e to e
ALTER TABLE s2.t ALTER COLUMN c TYPE e USING c::text::e;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE s2.t;
