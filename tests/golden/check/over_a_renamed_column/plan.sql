-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.measures."Value" → column public.measures.amount
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.measures RENAME COLUMN "Value" TO amount;

-- → column public.measures."order" → column public.measures.rank
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.measures RENAME COLUMN "order" TO rank;

COMMIT;
