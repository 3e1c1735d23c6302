-- Plan for golden (PostgreSQL 18.4): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.other
CREATE TABLE public.other (
  a integer
);

-- Breaking

-- - table public.g
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.g;

-- - table public.g2
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.g2;

COMMIT;
