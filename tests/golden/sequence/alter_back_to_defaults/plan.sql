-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ sequence public.bounded
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.bounded NO MAXVALUE START WITH 1;

-- ~ sequence public.narrow
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.narrow AS bigint;

-- ~ sequence public.s
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.s INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1 CACHE 1 NO CYCLE;

COMMIT;
