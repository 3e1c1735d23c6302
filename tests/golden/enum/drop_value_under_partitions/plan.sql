-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ enum public.state
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.state RENAME TO state_plumb_old;
CREATE TYPE public.state AS ENUM ('new', 'old');
ALTER TABLE public.base ALTER COLUMN s DROP DEFAULT, ALTER COLUMN s TYPE public.state USING s::text::public.state, ALTER COLUMN s SET DEFAULT 'old'::state;
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT, ALTER COLUMN s TYPE public.state USING s::text::public.state, ALTER COLUMN s SET DEFAULT 'new'::state;
ALTER TABLE public.p2 ALTER COLUMN s SET DEFAULT 'old'::state;
DROP TYPE public.state_plumb_old;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.base;
ANALYZE public.child;
ANALYZE public.t;
