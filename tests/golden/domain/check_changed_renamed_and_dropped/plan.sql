-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- → domain check public.code.code_filled → domain check public.code.filled
ALTER DOMAIN public.code RENAME CONSTRAINT code_filled TO filled;

-- ~ comment on domain check public.code.filled
COMMENT ON CONSTRAINT filled ON DOMAIN public.code IS 'never empty';

-- Breaking

-- - domain check public.code.short
--   breaks-clients: values that it refused can come in
ALTER DOMAIN public.code DROP CONSTRAINT short;

-- + domain check public.code.short
--   breaks-clients: clients that write what it forbids fail
ALTER DOMAIN public.code ADD CONSTRAINT short CHECK (length(value) < 5);

-- - domain check public.code.lower
--   breaks-clients: values that it refused can come in
ALTER DOMAIN public.code DROP CONSTRAINT lower;

COMMIT;
