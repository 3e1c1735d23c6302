-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.big
--   breaks-clients: clients that use the view fail
DROP VIEW public.big;

-- - view public.by_region
--   breaks-clients: clients that use the view fail
DROP VIEW public.by_region;

-- + view public.big
CREATE VIEW public.big AS
select id from sales where amount > 1000;
COMMENT ON VIEW public.big IS 'big ones';

-- + view public.by_region
CREATE VIEW public.by_region AS
select region, count(*) as n, sum(amount) as total from sales group by region;
COMMENT ON VIEW public.by_region IS 'new words';

COMMIT;
