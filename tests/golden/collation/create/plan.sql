-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

SET search_path = app, public;

-- + collation app.mixed
CREATE COLLATION app.mixed (LC_COLLATE = 'C', LC_CTYPE = 'C.UTF-8');

-- + collation app.plain
CREATE COLLATION app.plain (LOCALE = 'C');

SET search_path = public;

-- + collation public.german
CREATE COLLATION public.german (PROVIDER = icu, LOCALE = 'de-DE', DETERMINISTIC = false);
COMMENT ON COLLATION public.german IS 'as in the phone book';

-- + domain public.word
CREATE DOMAIN public.word AS text COLLATE app.plain;

SET search_path = app, public;

-- + table app.t
CREATE TABLE app.t (
  a text COLLATE public.german,
  b text COLLATE app.mixed
);
CREATE INDEX t_a ON app.t (a collate app.plain);

COMMIT;
