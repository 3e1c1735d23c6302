-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - table public.t_2025
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.t_2025;

COMMIT;
