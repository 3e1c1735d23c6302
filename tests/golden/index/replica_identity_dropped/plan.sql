-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.t_b
--   breaks-clients: subscribers of logical replication see other key columns
--   breaks-clients: duplicates can come in; queries that use it become slow
ALTER TABLE public.t REPLICA IDENTITY DEFAULT;
DROP INDEX public.t_b;

COMMIT;
