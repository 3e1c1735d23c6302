-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - column public.orders.done
--   because the type of column public.orders.state changes
--   breaks-clients: clients that use the column fail
ALTER TABLE public.orders DROP COLUMN done;

-- ~ enum public.state
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.state RENAME TO state_plumb_old;
CREATE TYPE public.state AS ENUM ('new', 'sent');
ALTER TABLE public.orders ALTER COLUMN state TYPE public.state USING state::text::public.state;
DROP TYPE public.state_plumb_old;

-- + column public.orders.done
--   because the type of column public.orders.state changes
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.orders ADD COLUMN done boolean GENERATED ALWAYS AS (state = 'sent') STORED;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.orders;
