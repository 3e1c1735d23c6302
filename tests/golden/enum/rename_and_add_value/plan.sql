-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → enum public.status → enum public.state
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.status RENAME TO state;

COMMIT;

-- ~ enum public.state
ALTER TYPE public.state ADD VALUE 'sent' AFTER 'new';
