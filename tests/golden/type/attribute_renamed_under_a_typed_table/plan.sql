-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → attribute public.wrap.w → attribute public.wrap.w2
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.wrap RENAME ATTRIBUTE w TO w2 CASCADE;

COMMIT;
