-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - privileges on table public.t
--   breaks-clients: golden_writer loses delete, insert, references, select, trigger, truncate, update
REVOKE ALL ON TABLE public.t FROM golden_writer;

COMMIT;
