-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.a
--   because collation public.c is replaced
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- ~ column public.t.a
--   because collation public.c is replaced
--   breaks-clients: clients meet another type: text to text
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE c;

-- - collation public.c
--   breaks-clients: clients that sort by it fail
DROP COLLATION public.c;

-- + collation public.c
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');

COMMIT;
