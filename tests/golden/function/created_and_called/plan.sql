-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.is_state(text)
CREATE FUNCTION public.is_state(text) RETURNS boolean LANGUAGE sql IMMUTABLE
return $1 <> '';

-- + function public.new_code()
CREATE FUNCTION public.new_code() RETURNS text LANGUAGE sql STABLE
AS $$select 'x'$$;

-- + table public.items
CREATE TABLE public.items (
  id integer NOT NULL,
  code text DEFAULT new_code() NOT NULL,
  good boolean GENERATED ALWAYS AS (is_state(code)) STORED,
  CONSTRAINT items_pkey PRIMARY KEY (id),
  CONSTRAINT code_ok CHECK (is_state(code))
);

-- Breaking

-- + column public.orders.code
--   rewrites-table: the default is evaluated anew for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.orders ADD COLUMN code text DEFAULT new_code();

-- + function public.total(orders)
CREATE FUNCTION public.total(orders) RETURNS bigint LANGUAGE sql IMMUTABLE
return ($1).id * 2;

-- + check public.orders.state_ok
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.orders ADD CONSTRAINT state_ok CHECK (is_state(state));

-- + index public.orders.orders_state
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX orders_state ON public.orders (is_state(state));

-- + view public.totals
CREATE VIEW public.totals AS
select o.id, total(o.*) as total from orders o;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.orders;
