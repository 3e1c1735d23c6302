-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + foreign table public.p_3
CREATE FOREIGN TABLE public.p_3 PARTITION OF public.p FOR VALUES IN (3) SERVER files OPTIONS (filename '/nowhere');
ALTER TABLE public.p_3 ENABLE ALWAYS TRIGGER touch;

-- - cloned trigger public.p_2.touch
ALTER TABLE public.p_2 ENABLE TRIGGER touch;

-- Breaking

-- + cloned trigger public.p_1.touch
--   breaks-clients: what it did at each change is not done any more
ALTER TABLE public.p_1 DISABLE TRIGGER touch;

COMMIT;
