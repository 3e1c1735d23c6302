-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.u.u
--   breaks-clients: queries that use it become slow
DROP INDEX public.u;

-- → table public.t → table public.u
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME TO u;

-- → primary key public.u.t_pkey → primary key public.u.u_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.u RENAME CONSTRAINT t_pkey TO u_pkey;

COMMIT;
