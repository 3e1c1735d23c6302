-- Plan for golden (PostgreSQL 15.20): 1 additive step, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- - cloned trigger public.p_low.touch
ALTER TABLE public.p_low ENABLE TRIGGER touch;

-- Breaking

-- ~ cloned trigger public.p_high.touch
--   breaks-clients: it fires in other sessions than before
ALTER TABLE public.p_high ENABLE ALWAYS TRIGGER touch;

-- ~ cloned trigger public.p_low.watch
--   breaks-clients: it fires in other sessions than before
ALTER TABLE public.p_low ENABLE ALWAYS TRIGGER watch;
ALTER TABLE public.p_low_first DISABLE TRIGGER watch;

-- - cloned trigger public.p_low.count
--   breaks-clients: what it did at each change is not done any more
ALTER TABLE public.p_low ENABLE TRIGGER count;
ALTER TABLE public.p_low_first DISABLE TRIGGER count;

COMMIT;
