-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.lines.lines_sku
--   because unique public.products.products_sku that it needs is replaced
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.lines DROP CONSTRAINT lines_sku;

-- - unique public.products.products_sku
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.products DROP CONSTRAINT products_sku;

-- + unique public.products.products_sku
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.products ADD CONSTRAINT products_sku UNIQUE (sku) INCLUDE (name);

-- + foreign key public.lines.lines_sku
--   because unique public.products.products_sku that it needs is replaced
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.lines ADD CONSTRAINT lines_sku FOREIGN KEY (sku) REFERENCES public.products (sku) ON UPDATE CASCADE;
COMMENT ON CONSTRAINT lines_sku ON public.lines IS 'by sku, as printed on the box';

COMMIT;
