-- Plan for golden (PostgreSQL 15.20): 9 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

SET search_path = app, public;

-- + enum app.mood
CREATE TYPE app.mood AS ENUM ('calm', 'busy');

-- + domain app.code
CREATE DOMAIN app.code AS text
  CONSTRAINT code_check CHECK (value <> '');

SET search_path = public;

-- + type public.address
CREATE TYPE public.address AS (
  street text,
  city text COLLATE "C",
  "Odd Part" numeric(10,2)
);

SET search_path = app, public;

-- + type app.person
CREATE TYPE app.person AS (
  name text,
  home public.address,
  moods app.mood[],
  code app.code
);
COMMENT ON TYPE app.person IS 'who';

SET search_path = public;

-- + type public.empty
CREATE TYPE public.empty AS ();

-- + type public.ranges
CREATE TYPE public.ranges AS (
  range text COLLATE "C",
  attributes text
);

SET search_path = app, public;

-- + table app.people
CREATE TABLE app.people (
  who app.person,
  all_of_them app.person[]
);

-- + comment on attribute app.person.name
COMMENT ON COLUMN app.person.name IS 'the full name';

COMMIT;
