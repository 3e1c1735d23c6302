-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + view public.b_totals
CREATE VIEW public.b_totals AS
select sold_at::date as day, sum(amount) as total from sales group by 1;

-- + view public.a_best
CREATE VIEW public.a_best AS
select day, total
from b_totals
where total > 100;;
COMMENT ON VIEW public.a_best IS 'the best days';

-- + view public.invoked
CREATE VIEW public.invoked WITH (security_invoker=true) AS
select id from sales where secret is null;

-- + view public.named
CREATE VIEW public.named (number, price) WITH (security_barrier=true, check_option=local) AS
select id, amount from sales;

COMMIT;
