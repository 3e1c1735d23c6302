-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.id
--   destroys-data: its sequence is dropped: how far it has counted is lost
ALTER TABLE public.t ALTER COLUMN id DROP IDENTITY;

-- + sequence public.t_id_seq
CREATE SEQUENCE public.t_id_seq START WITH 7;

-- - sequence public.u_id_seq
--   destroys-data: how far the sequence has counted is lost
DROP SEQUENCE public.u_id_seq;

-- ~ column public.u.id
ALTER TABLE public.u ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

COMMIT;
