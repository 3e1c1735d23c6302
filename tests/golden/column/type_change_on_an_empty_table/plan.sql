-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.a
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- ~ column public.t.b
--   breaks-clients: clients meet another type: text to varchar(5)
ALTER TABLE public.t ALTER COLUMN b TYPE varchar(5);

COMMIT;
