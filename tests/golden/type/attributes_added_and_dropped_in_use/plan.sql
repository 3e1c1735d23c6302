-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + attribute public.pair.d
--   breaks-clients: clients that write a row of the type without it fail
ALTER TYPE public.pair ADD ATTRIBUTE d text;

-- - attribute public.pair.b
--   destroys-data: its value in every row with the type is lost
--   breaks-clients: clients that use the attribute fail
ALTER TYPE public.pair DROP ATTRIBUTE b;

COMMIT;

-- likely rename: attribute public.pair.b goes and attribute public.pair.d comes, alike: if it is a rename, say `renamed_from: b`
