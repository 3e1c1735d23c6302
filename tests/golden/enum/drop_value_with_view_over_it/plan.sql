-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.first_open_order
--   because view public.open_orders is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.first_open_order;

-- - view public.open_orders
--   because enum public.state is made anew
--   breaks-clients: clients that use the view fail
DROP VIEW public.open_orders;

-- ~ enum public.state
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.state RENAME TO state_plumb_old;
CREATE TYPE public.state AS ENUM ('new', 'sent');
ALTER TABLE public.orders ALTER COLUMN state TYPE public.state USING state::text::public.state;
DROP TYPE public.state_plumb_old;

-- + view public.open_orders
--   because enum public.state is made anew
CREATE VIEW public.open_orders AS
select id, state from orders where state = 'new';
COMMENT ON VIEW public.open_orders IS 'to be sent';

-- + view public.first_open_order
--   because view public.open_orders is replaced
CREATE VIEW public.first_open_order AS
select min(id) as id from open_orders;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.orders;
