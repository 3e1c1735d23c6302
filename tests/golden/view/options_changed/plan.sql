-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ view public.v_change
--   breaks-clients: who may see or write which rows through the view changes
ALTER VIEW public.v_change SET (check_option=cascaded, security_invoker=false);

-- ~ view public.v_reset
--   breaks-clients: who may see or write which rows through the view changes
ALTER VIEW public.v_reset RESET (security_barrier, check_option);

-- ~ view public.v_set
--   breaks-clients: who may see or write which rows through the view changes
ALTER VIEW public.v_set SET (security_barrier=true, security_invoker=true, check_option=cascaded);

COMMIT;
