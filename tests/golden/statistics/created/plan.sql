-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + statistics public.t.app.elsewhere
CREATE STATISTICS app.elsewhere (dependencies) ON a, id FROM public.t;
ALTER STATISTICS app.elsewhere SET STATISTICS 500;
COMMENT ON STATISTICS app.elsewhere IS 'elsewhere';

-- + statistics public.t.t_ab
CREATE STATISTICS public.t_ab ON a, b FROM public.t;

-- + statistics public.t.t_expression
CREATE STATISTICS public.t_expression ON (a % 10) FROM public.t;

-- + statistics public.t.t_some
CREATE STATISTICS public.t_some (mcv, ndistinct) ON a, lower(b), (a + id) FROM public.t;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
