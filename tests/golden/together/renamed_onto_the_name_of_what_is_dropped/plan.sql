-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.users
--   breaks-clients: clients that use the view fail
DROP VIEW public.users;

-- → table public.users_v2 → table public.users
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.users_v2 RENAME TO users;

-- → check public.users.old_names → check public.users.ids
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.users RENAME CONSTRAINT old_names TO ids;

-- - check public.users.names
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.users DROP CONSTRAINT names;

-- + unique public.users.names
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.users ADD CONSTRAINT names UNIQUE (name);

COMMIT;
