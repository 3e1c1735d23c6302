-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + domain check public.unused.unused_filled
ALTER DOMAIN public.unused ADD CONSTRAINT unused_filled CHECK (value <> '');

-- Breaking

-- + domain check public.code.code_filled
--   blocks-writes: writes of public.t, public.u wait while every row is checked
--   may-fail-on-data: a row with a value that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER DOMAIN public.code ADD CONSTRAINT code_filled CHECK (value <> '');

-- + domain check public.code.code_short
--   breaks-clients: clients that write what it forbids fail
ALTER DOMAIN public.code ADD CONSTRAINT code_short CHECK (length(value) < 9) NOT VALID;

COMMIT;
