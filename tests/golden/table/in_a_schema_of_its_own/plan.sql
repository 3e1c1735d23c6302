-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.lines
CREATE TABLE public.lines (
  order_id integer
);
ALTER TABLE public.lines ADD CONSTRAINT lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders (id);

SET search_path = shop, public;

-- + table shop.lines
CREATE TABLE shop.lines (
  order_id bigint,
  public_order_id integer
);
ALTER TABLE shop.lines ADD CONSTRAINT lines_public_order_id_fkey FOREIGN KEY (public_order_id) REFERENCES public.orders (id);

SET search_path = public;

-- + column public.orders.total
ALTER TABLE public.orders ADD COLUMN total numeric;

SET search_path = shop, public;

-- Breaking

-- ~ column shop.orders.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE shop.orders ALTER COLUMN id TYPE bigint;

-- + foreign key shop.lines.lines_order_id_fkey
ALTER TABLE shop.lines ADD CONSTRAINT lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES shop.orders (id);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE shop.orders;
