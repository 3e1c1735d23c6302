-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + unique public.users.one_login
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.users ADD CONSTRAINT one_login UNIQUE (login) DEFERRABLE INITIALLY DEFERRED;

-- + unique public.users.users_badge_of_tenant
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.users ADD CONSTRAINT users_badge_of_tenant UNIQUE (tenant, badge) INCLUDE (nick) WITH (fillfactor=90);

-- + unique public.users.users_email_key
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.users ADD CONSTRAINT users_email_key UNIQUE (email);

-- + unique public.users.users_nick
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.users ADD CONSTRAINT users_nick UNIQUE NULLS NOT DISTINCT (nick, tenant) DEFERRABLE;

COMMIT;
