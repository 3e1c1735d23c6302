-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - unique public.users.users_email
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.users DROP CONSTRAINT users_email;

-- + index public.users.users_email
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
CREATE UNIQUE INDEX users_email ON public.users (email) WHERE email <> '';

COMMIT;
