-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public.sold.odd
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.sold DROP CONSTRAINT odd;

-- - check public.sold.sold_price_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.sold DROP CONSTRAINT sold_price_check;

COMMIT;
