-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
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

-- → check public.users.users_mail_check → check public.users.users_email_check
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.users RENAME CONSTRAINT users_mail_check TO users_email_check;

COMMIT;
