-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v_list
--   breaks-clients: clients that use the view fail
DROP VIEW public.v_list;

-- - view public.v_none
--   breaks-clients: clients that use the view fail
DROP VIEW public.v_none;

-- + view public.v_list
CREATE VIEW public.v_list (x, z) AS
select id, a from t;

-- + view public.v_none
CREATE VIEW public.v_none AS
select id, a from t;

COMMIT;
