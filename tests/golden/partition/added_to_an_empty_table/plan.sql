-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.t_2026
CREATE TABLE public.t_2026 PARTITION OF public.t FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') WITH (fillfactor=70);

COMMIT;
