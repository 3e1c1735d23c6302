-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ enum public.e
--   breaks-clients: clients that write 'b' mean what was 'a'
--   breaks-clients: clients that write 'a' fail
ALTER TYPE public.e RENAME VALUE 'b' TO 'c';
ALTER TYPE public.e RENAME VALUE 'a' TO 'b';

COMMIT;
