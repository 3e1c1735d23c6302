-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.t
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.t REPLICA IDENTITY default;

COMMIT;
