-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → enum public.status → enum public.state
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.status RENAME TO state;

-- ~ enum public.state
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.state RENAME TO state_plumb_old;
CREATE TYPE public.state AS ENUM ('new', 'sent');
ALTER TABLE public.orders ALTER COLUMN status DROP DEFAULT, ALTER COLUMN status TYPE public.state USING status::text::public.state, ALTER COLUMN status SET DEFAULT 'new'::state;
DROP TYPE public.state_plumb_old;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.orders;
