-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.lines.lines_sku_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.lines DROP CONSTRAINT lines_sku_fkey;

-- - unique public.lines.lines_note_key
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.lines DROP CONSTRAINT lines_note_key;

-- - unique public.products.products_sku_key
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.products DROP CONSTRAINT products_sku_key;

COMMIT;
