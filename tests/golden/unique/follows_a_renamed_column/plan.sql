-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.users.mail → column public.users.email
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.users RENAME COLUMN mail TO email;

-- → unique public.users.users_mail_key → unique public.users.users_email_key
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.users RENAME CONSTRAINT users_mail_key TO users_email_key;

-- + check public.users.users_email_check
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.users ADD CONSTRAINT users_email_check CHECK (email <> '');

-- - check public.users.users_mail_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.users DROP CONSTRAINT users_mail_check;

COMMIT;
