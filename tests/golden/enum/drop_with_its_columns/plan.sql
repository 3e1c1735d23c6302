-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public.orders.orders_kind_check
--   because the type of column public.orders.kind changes
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.orders DROP CONSTRAINT orders_kind_check;

-- ~ column public.orders.kind
--   rewrites-table: kind to text: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: kind to text
ALTER TABLE public.orders ALTER COLUMN kind DROP DEFAULT, ALTER COLUMN kind TYPE text, ALTER COLUMN kind SET DEFAULT 'a'::text;

-- - column public.orders.state
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.orders DROP COLUMN state;

-- - table public.gone
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.gone;

-- - enum public.kind
--   breaks-clients: clients that use the type fail
DROP TYPE public.kind;

-- + check public.orders.orders_kind_check
--   because the type of column public.orders.kind changes
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.orders ADD CONSTRAINT orders_kind_check CHECK (kind <> 'b');

-- - enum public.state
--   breaks-clients: clients that use the type fail
DROP TYPE public.state;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.orders;
