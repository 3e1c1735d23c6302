-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ enum public.state
--   breaks-clients: clients that write 'sent' fail
ALTER TYPE public.state RENAME VALUE 'sent' TO 'shipped';

COMMIT;
