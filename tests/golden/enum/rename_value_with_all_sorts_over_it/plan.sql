-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.orders.orders_open
--   breaks-clients: queries that use it become slow
DROP INDEX public.orders_open;

-- - check public.orders.orders_known
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.orders DROP CONSTRAINT orders_known;

-- - column public.orders.done
--   breaks-clients: clients that use the column fail
ALTER TABLE public.orders DROP COLUMN done;

-- ~ enum public.state
--   breaks-clients: clients that write 'sent' fail
ALTER TYPE public.state RENAME VALUE 'sent' TO 'shipped';

-- ~ column public.orders.state
ALTER TABLE public.orders ALTER COLUMN state SET DEFAULT 'shipped'::state;

-- ~ column public.orders.seen
ALTER TABLE public.orders ALTER COLUMN seen SET DEFAULT '{new,shipped}'::state[];

-- + column public.orders.done
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.orders ADD COLUMN done boolean GENERATED ALWAYS AS (state = 'shipped') STORED;

-- + check public.orders.orders_known
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.orders ADD CONSTRAINT orders_known CHECK (state in ('new', 'shipped'));

-- + index public.orders.orders_open
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX orders_open ON public.orders (id) WHERE state <> 'shipped';

-- ~ view public.sent_orders
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.sent_orders AS
SELECT orders.id
   FROM orders
  WHERE (orders.state = 'shipped'::state);

COMMIT;
