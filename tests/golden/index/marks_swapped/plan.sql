-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ index public.t.u
ALTER TABLE public.t CLUSTER ON u;

-- Breaking

-- ~ index public.t.u2
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.t REPLICA IDENTITY USING INDEX u2;

COMMIT;
