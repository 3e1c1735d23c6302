-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.orders.orders_open
--   because the type of column public.orders.state changes
--   breaks-clients: queries that use it become slow
DROP INDEX public.orders_open;

-- - index public.orders.orders_word
--   because the type of column public.orders.state changes
--   breaks-clients: queries that use it become slow
DROP INDEX public.orders_word;

-- - check public.orders.orders_new
--   because the type of column public.orders.state changes
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.orders DROP CONSTRAINT orders_new;

-- - check public.orders.orders_not_lost
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.orders DROP CONSTRAINT orders_not_lost;

-- ~ enum public.state
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.state RENAME TO state_plumb_old;
CREATE TYPE public.state AS ENUM ('new', 'sent');
ALTER TABLE public.orders ALTER COLUMN state TYPE public.state USING state::text::public.state;
DROP TYPE public.state_plumb_old;

-- + check public.orders.orders_new
--   because the type of column public.orders.state changes
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
ALTER TABLE public.orders ADD CONSTRAINT orders_new CHECK (id > 0 or state = 'new');

-- + index public.orders.orders_open
--   because the type of column public.orders.state changes
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX orders_open ON public.orders (id) WHERE state = 'new';

-- + index public.orders.orders_word
--   because the type of column public.orders.state changes
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX orders_word ON public.orders ((state = 'sent'));

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.orders;
