-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ table public.t

-- Breaking

-- + index public.t.t_b
--   breaks-clients: subscribers of logical replication see other key columns
CREATE UNIQUE INDEX t_b ON public.t (b);
ALTER TABLE public.t REPLICA IDENTITY USING INDEX t_b;

COMMIT;
