-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.t_2025
--   breaks-clients: clients of public.t no longer find its rows
ALTER TABLE public.t DETACH PARTITION public.t_2025;

COMMIT;
