-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → exclusion public.a.ex_1 → exclusion public.a.no_overlap
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.a RENAME CONSTRAINT ex_1 TO no_overlap;

-- - exclusion public.a.ex_2
--   breaks-clients: rows that collide can come in
ALTER TABLE public.a DROP CONSTRAINT ex_2;

COMMIT;
