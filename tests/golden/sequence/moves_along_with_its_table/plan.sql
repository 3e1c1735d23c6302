-- Plan for golden (PostgreSQL 15.20): 1 additive step, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema sales
CREATE SCHEMA sales;

SET search_path = sales, public;

-- Breaking

-- → table public.parts → table sales.parts
--   breaks-clients: clients that use the old schema fail
ALTER TABLE public.parts SET SCHEMA sales;

-- → sequence public.parts_id_seq → sequence sales.part_numbers
--   breaks-clients: clients that use the old name fail
ALTER SEQUENCE sales.parts_id_seq RENAME TO part_numbers;

-- → table public.products → table sales.products
--   breaks-clients: clients that use the old schema fail
ALTER TABLE public.products SET SCHEMA sales;

-- → sequence public.products_id_seq → sequence sales.products_id_seq

SET search_path = public;

-- - schema public
--   breaks-clients: clients that use the schema fail
DROP SCHEMA public;

COMMIT;
