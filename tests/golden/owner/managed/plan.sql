-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ owner of table public.t
--   breaks-clients: postgres may then do with it what it likes, golden_owner only what is granted to it
ALTER TABLE public.t OWNER TO postgres;

COMMIT;
