-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = types, public;

-- Breaking

BEGIN;

-- → domain app.email → domain types.mail
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER DOMAIN app.email SET SCHEMA types;
ALTER DOMAIN types.email RENAME TO mail;

-- → domain check types.mail.email_check → domain check types.mail.mail_check
ALTER DOMAIN types.mail RENAME CONSTRAINT email_check TO mail_check;

COMMIT;
