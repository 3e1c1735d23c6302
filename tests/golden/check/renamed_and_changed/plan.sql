-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → check public.sold.ck_1 → check public.sold.price_positive
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.sold RENAME CONSTRAINT ck_1 TO price_positive;

-- - check public.sold.price_positive
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.sold DROP CONSTRAINT price_positive;

-- + check public.sold.price_positive
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.sold ADD CONSTRAINT price_positive CHECK (price > 0);

COMMIT;
