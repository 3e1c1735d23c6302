-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - column public.t.a
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN a;

-- - column public.t.c
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN c;

-- - type public.pair
--   breaks-clients: clients that use the type fail
DROP TYPE public.pair;

-- - domain public.over
--   breaks-clients: clients that use the type fail
DROP DOMAIN public.over;

-- - domain public.code
--   breaks-clients: clients that use the type fail
DROP DOMAIN public.code;

COMMIT;
