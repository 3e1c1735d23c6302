-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public, app;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

-- + extension citext
CREATE EXTENSION citext SCHEMA app;

SET search_path = app, public;

-- + table app.items
CREATE TABLE app.items (
  id integer NOT NULL,
  name citext,
  CONSTRAINT items_pkey PRIMARY KEY (id)
);

SET search_path = public, app;

-- + function public.is_good(items)
CREATE FUNCTION public.is_good(items) RETURNS boolean LANGUAGE sql STABLE
AS $$select $1.id > 0$$;

COMMIT;
