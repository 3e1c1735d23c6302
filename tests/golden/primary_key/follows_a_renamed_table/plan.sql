-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.people → table public.contacts
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.people RENAME TO contacts;

-- → primary key public.contacts.people_pkey → primary key public.contacts.contacts_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.contacts RENAME CONSTRAINT people_pkey TO contacts_pkey;

-- → unique public.contacts.people_email_key → unique public.contacts.contacts_email_key
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.contacts RENAME CONSTRAINT people_email_key TO contacts_email_key;

-- → index public.contacts.people_lower_idx → index public.contacts.contacts_lower_idx
ALTER INDEX public.people_lower_idx RENAME TO contacts_lower_idx;

COMMIT;
