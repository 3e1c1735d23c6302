-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - collation public.c
--   breaks-clients: clients that sort by it fail
DROP COLLATION public.c;

-- + collation public.c
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');
COMMENT ON COLLATION public.c IS 'german';

COMMIT;
