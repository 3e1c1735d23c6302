-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
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
--   destroys-data: policy mine on table gone goes with it: plumb does not manage it yet
--   destroys-data: trigger touch on table gone goes with it: plumb does not manage it yet
--   breaks-clients: clients that use the table fail
DROP TABLE public.gone;

COMMIT;

-- not managed yet: 1 function, 1 policy, 1 table with row security, 1 trigger
