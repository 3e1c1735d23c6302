-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.id
--   breaks-clients: clients that leave the column out write NULL, or fail
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;

-- - sequence public.t_id_seq
--   destroys-data: how far the sequence has counted is lost
DROP SEQUENCE public.t_id_seq;

COMMIT;
