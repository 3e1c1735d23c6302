-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.by_region
--   breaks-clients: clients that use the view fail
DROP VIEW public.by_region;

-- ~ view public.big
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.big AS
SELECT sales.id
   FROM sales
  WHERE (sales.amount > (1000)::numeric);

-- + view public.by_region
CREATE VIEW public.by_region AS
select region, count(*) as n, sum(amount) as total from sales group by region;
COMMENT ON VIEW public.by_region IS 'new words';

COMMIT;
