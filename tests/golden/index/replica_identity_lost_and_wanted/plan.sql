-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ table public.t

-- + index public.t.t_b
CREATE UNIQUE INDEX t_b ON public.t (b);
ALTER TABLE public.t REPLICA IDENTITY USING INDEX t_b;

COMMIT;
