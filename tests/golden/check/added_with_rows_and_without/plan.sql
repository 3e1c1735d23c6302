-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + check public.planned.planned_check
ALTER TABLE public.planned ADD CONSTRAINT planned_check CHECK (price * qty < 1000000);

-- + check public.planned.planned_price_check
ALTER TABLE public.planned ADD CONSTRAINT planned_price_check CHECK (price >= 0);

-- + check public.planned.planned_qty_check
ALTER TABLE public.planned ADD CONSTRAINT planned_qty_check CHECK (qty > 0) NO INHERIT;

-- Breaking

-- + check public.sold.sold_price_check
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.sold ADD CONSTRAINT sold_price_check CHECK (price >= 0);

-- + check public.sold.sold_qty
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.sold ADD CONSTRAINT sold_qty CHECK (qty between 1 and 1000);

COMMIT;
