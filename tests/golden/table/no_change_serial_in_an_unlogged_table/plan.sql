-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ sequence public.cache_id_seq
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.cache_id_seq SET LOGGED;

COMMIT;
