-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ enum public.st
--   breaks-clients: clients that write 'it's' fail
--   breaks-clients: clients that write 'payed' fail
ALTER TYPE public.st RENAME VALUE 'it''s' TO 'it is';
ALTER TYPE public.st RENAME VALUE 'payed' TO 'paid';

COMMIT;
