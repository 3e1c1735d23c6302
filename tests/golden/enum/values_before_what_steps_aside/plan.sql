-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- ~ enum public.state
--   breaks-clients: clients that write 'payed' fail
ALTER TYPE public.state RENAME VALUE 'payed' TO 'paid';

COMMIT;
ALTER TYPE public.state ADD VALUE 'sent' AFTER 'paid';

BEGIN;

-- - view public.open_orders
--   because the type of column public.orders.id changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.open_orders;

-- - foreign key public.lines.lines_order_id_fkey
--   because the type of column public.lines.order_id changes
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.lines DROP CONSTRAINT lines_order_id_fkey;

-- ~ column public.lines.order_id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.lines ALTER COLUMN order_id TYPE bigint;

-- ~ column public.orders.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.orders ALTER COLUMN id TYPE bigint;

-- ~ function public.send(integer)
CREATE OR REPLACE FUNCTION public.send(integer) RETURNS void LANGUAGE sql
AS $$update public.orders set s = 'sent' where id = $1$$;

-- + foreign key public.lines.lines_order_id_fkey
--   because the type of column public.lines.order_id changes
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.lines ADD CONSTRAINT lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders (id);

-- + view public.open_orders
--   because the type of column public.orders.id changes
CREATE VIEW public.open_orders AS
select id, s from orders where s = 'new';

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.lines;
ANALYZE public.orders;
