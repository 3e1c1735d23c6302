-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.p
--   rewrites-table: pt to text: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: pt to text
ALTER TABLE public.t ALTER COLUMN p TYPE text USING p::text;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
