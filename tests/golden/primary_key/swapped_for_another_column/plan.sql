-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + unique public.accounts.accounts_id_key
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.accounts ADD CONSTRAINT accounts_id_key UNIQUE (id);

-- - foreign key public.payments.payments_account_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.payments DROP CONSTRAINT payments_account_id_fkey;

-- - primary key public.accounts.accounts_pkey
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.accounts DROP CONSTRAINT accounts_pkey;

-- + primary key public.accounts.accounts_pkey
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.accounts ADD CONSTRAINT accounts_pkey PRIMARY KEY (uid);

-- - unique public.accounts.accounts_uid_key
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.accounts DROP CONSTRAINT accounts_uid_key;

-- + foreign key public.payments.payments_account_uid_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.payments ADD CONSTRAINT payments_account_uid_fkey FOREIGN KEY (account_uid) REFERENCES public.accounts (uid);

COMMIT;
