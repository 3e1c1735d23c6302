-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
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

SET search_path = app, public;

-- - type app.person
--   because domain types.mail is made anew
--   breaks-clients: clients that use the type fail
DROP TYPE app.person;

SET search_path = types, public;

-- ~ domain types.mail
--   because PostgreSQL can't change it in place
--   breaks-clients: clients that write what it forbids fail
ALTER DOMAIN types.mail RENAME TO mail_plumb_old;
CREATE DOMAIN types.mail AS text NOT NULL
  CONSTRAINT mail_check CHECK (value ~ '@');
ALTER TABLE app.users ALTER COLUMN address TYPE types.mail USING address::types.mail;
ALTER TABLE app.users ALTER COLUMN others TYPE types.mail[] USING others::types.mail[];
DROP DOMAIN types.mail_plumb_old;

SET search_path = app, public;

-- + type app.person
--   because domain types.mail is made anew
CREATE TYPE app.person AS (
  address types.mail
);

COMMIT;
