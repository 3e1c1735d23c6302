-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ operator public.===(integer, integer)
ALTER OPERATOR public.===(integer, integer) SET (RESTRICT = neqsel, JOIN = NONE);

-- - comment on operator public.===(integer, integer)
COMMENT ON OPERATOR public.===(integer, integer) IS NULL;

-- Breaking

-- - operator public.!==(integer, integer)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.!==(integer, integer);

-- + operator public.!==(integer, integer)
CREATE OPERATOR public.!== (FUNCTION = int4ne, LEFTARG = integer, RIGHTARG = integer, HASHES);

COMMIT;
