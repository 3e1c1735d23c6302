-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.p.i2
--   because the type of column public.p.a changes: built anew for it, it would lose its ONLY
DROP INDEX public.i2;

-- ~ column public.p.a
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.p ALTER COLUMN a TYPE bigint;

-- + index public.p.i2
--   because the type of column public.p.a changes: built anew for it, it would lose its ONLY
CREATE INDEX i2 ON ONLY public.p (a);

COMMIT;
