-- Plan for golden (PostgreSQL 15.20): 1 additive step, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema crm
CREATE SCHEMA crm;

SET search_path = crm, public;

-- Breaking

-- → enum public.stage → enum crm.stage
--   breaks-clients: clients that use the old schema fail
ALTER TYPE public.stage SET SCHEMA crm;

-- → sequence public.numbers → sequence crm.numbers
--   breaks-clients: clients that use the old schema fail
ALTER SEQUENCE public.numbers SET SCHEMA crm;

-- → table public.clients → table crm.clients
--   breaks-clients: clients that use the old schema fail
ALTER TABLE public.clients SET SCHEMA crm;

-- → view public.fresh → view crm.fresh
--   breaks-clients: clients that use the old schema fail
ALTER VIEW public.fresh SET SCHEMA crm;

COMMIT;
