-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ domain public.code
--   blocks-writes: writes of public.t wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER DOMAIN public.code SET DEFAULT 'new'::text;
ALTER DOMAIN public.code SET NOT NULL;

-- ~ domain public.state
--   breaks-clients: clients that leave a column of it out write NULL, or fail
--   breaks-clients: clients that rely on a value may meet NULL
ALTER DOMAIN public.state DROP DEFAULT;
ALTER DOMAIN public.state DROP NOT NULL;

COMMIT;
