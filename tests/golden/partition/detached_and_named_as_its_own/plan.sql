-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.orders_2025
--   breaks-clients: clients of public.orders no longer find its rows
ALTER TABLE public.orders DETACH PARTITION public.orders_2025;

-- + check public.orders_2025."some"
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.orders_2025 ADD CONSTRAINT "some" CHECK (n > 0);

-- + foreign key public.orders_2025.of_customer
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.orders_2025 ADD CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES public.customers (id);

-- - foreign key public.orders_2025.orders_customer_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.orders_2025 DROP CONSTRAINT orders_customer_fkey;

-- - index public.orders_2025.orders_2025_customer_idx
--   breaks-clients: queries that use it become slow
DROP INDEX public.orders_2025_customer_idx;

-- - check public.orders_2025.orders_n_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.orders_2025 DROP CONSTRAINT orders_n_check;

-- - unique public.orders_2025.orders_2025_customer_at_key
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.orders_2025 DROP CONSTRAINT orders_2025_customer_at_key;

COMMIT;

-- likely rename: foreign key public.orders_2025.orders_customer_fkey goes and foreign key public.orders_2025.of_customer comes, alike: if it is a rename, say `renamed_from: orders_customer_fkey`
-- likely rename: check public.orders_2025.orders_n_check goes and check public.orders_2025."some" comes, alike: if it is a rename, say `renamed_from: orders_n_check`
