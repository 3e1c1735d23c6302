-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + unique public.t.t_id_key
ALTER TABLE public.t ADD CONSTRAINT t_id_key UNIQUE (id);

-- + unique public.t.t_n_key
--   because index public.t.t_n becomes its index
ALTER TABLE public.t ADD CONSTRAINT t_n_key UNIQUE USING INDEX t_n;

-- - index public.t.t_id
DROP INDEX public.t_id;

COMMIT;
