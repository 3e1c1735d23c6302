-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.a
--   breaks-clients: clients that sort or compare by the column meet another collation
ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- - collation public.c
--   breaks-clients: clients that sort by it fail
DROP COLLATION public.c;

COMMIT;
