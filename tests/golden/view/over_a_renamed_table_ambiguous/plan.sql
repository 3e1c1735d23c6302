-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.orders → table public.sales
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.orders RENAME TO sales;

-- ~ view public.aliased
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.aliased AS
SELECT sales.id
   FROM other sales,
    sales o
  WHERE (o.id = sales.id);

-- ~ view public.taken
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.taken AS
SELECT sales.id
   FROM (sales s
     JOIN other sales ON ((sales.id = s.n)));

COMMIT;
