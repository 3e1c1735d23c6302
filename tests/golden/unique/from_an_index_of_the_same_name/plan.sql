-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.users.users_email_key
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.users_email_key;

-- + unique public.users.users_email_key
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.users ADD CONSTRAINT users_email_key UNIQUE (email);

COMMIT;
