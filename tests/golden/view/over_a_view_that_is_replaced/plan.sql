-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.a_over
--   because view public.z_base is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.a_over;

-- - view public.z_base
--   breaks-clients: clients that use the view fail
DROP VIEW public.z_base;

-- + view public.z_base
CREATE VIEW public.z_base AS
select id, b from t;

-- + view public.a_over
--   because view public.z_base is replaced
CREATE VIEW public.a_over AS
select id from z_base;
COMMENT ON VIEW public.a_over IS 'unchanged itself';

COMMIT;
