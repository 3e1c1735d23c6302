-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ sequence public.narrower
--   blocks-writes: nextval waits until the transaction commits
--   may-fail-on-data: fails if the last value is outside the new bounds
ALTER SEQUENCE public.narrower AS smallint;

-- ~ sequence public.wider
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.wider AS bigint;

-- ~ sequence public.wider_bounded
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.wider_bounded AS integer;

COMMIT;
