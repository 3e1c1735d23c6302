-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public, ext;

-- Additive

BEGIN;

-- + schema ext
CREATE SCHEMA ext;

-- + extension hstore
CREATE EXTENSION hstore SCHEMA ext VERSION '1.7';

SET search_path = app, public, ext;

-- + table app.things
CREATE TABLE app.things (
  tags hstore DEFAULT '' NOT NULL
);

COMMIT;
