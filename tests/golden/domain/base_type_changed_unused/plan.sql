-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - domain public.code
--   breaks-clients: clients that use the type fail
DROP DOMAIN public.code;

-- + domain public.code
CREATE DOMAIN public.code AS uuid
  CONSTRAINT code_not_zero CHECK (value <> '00000000-0000-0000-0000-000000000000');
COMMENT ON DOMAIN public.code IS 'a code';

COMMIT;
