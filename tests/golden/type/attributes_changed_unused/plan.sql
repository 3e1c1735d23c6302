-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → attribute public.pair.b → attribute public.pair.c
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.pair RENAME ATTRIBUTE b TO c;

-- ~ attribute public.pair.a
--   breaks-clients: clients meet another type
ALTER TYPE public.pair ALTER ATTRIBUTE a TYPE bigint;

-- + attribute public.pair.d
--   breaks-clients: clients that write a row of the type without it fail
ALTER TYPE public.pair ADD ATTRIBUTE d timestamptz;

-- - attribute public.pair.gone
--   breaks-clients: clients that use the attribute fail
ALTER TYPE public.pair DROP ATTRIBUTE gone;

COMMIT;
