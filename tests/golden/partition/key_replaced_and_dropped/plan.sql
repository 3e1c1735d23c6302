-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - table public.orders_2025
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.orders_2025;

-- - foreign key public.orders.orders_customer_fkey
--   because the type of column public.orders.customer changes
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.orders DROP CONSTRAINT orders_customer_fkey;

-- - index public.orders.orders_id
--   breaks-clients: queries that use it become slow
DROP INDEX public.orders_id;

-- ~ column public.orders.customer
--   rewrites-table: bigint to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: bigint to integer
ALTER TABLE public.orders ALTER COLUMN customer TYPE integer;

-- + index public.orders.orders_id
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX orders_id ON public.orders (id) WITH (fillfactor=80);

-- + foreign key public.orders.orders_customer_fkey
--   because the type of column public.orders.customer changes
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.orders ADD CONSTRAINT orders_customer_fkey FOREIGN KEY (customer) REFERENCES public.customers (id);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.orders;
