-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ index public.t.u
ALTER TABLE public.t CLUSTER ON u;

-- ~ index public.t.u2
ALTER TABLE public.t REPLICA IDENTITY USING INDEX u2;

COMMIT;
