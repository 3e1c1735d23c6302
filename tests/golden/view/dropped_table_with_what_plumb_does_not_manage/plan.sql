-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.kept
CREATE TABLE public.kept (
  id integer
);

-- Breaking

-- - table public.gone
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.gone;

-- - function public.touch()
--   breaks-clients: clients that call it fail
DROP FUNCTION public.touch();

COMMIT;
