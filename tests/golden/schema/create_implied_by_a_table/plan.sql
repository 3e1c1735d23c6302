-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

SET search_path = app, public;

-- + enum app.role
CREATE TYPE app.role AS ENUM ('reader', 'writer');

-- + sequence app.ticket
CREATE SEQUENCE app.ticket START WITH 100;

-- + table app.users
CREATE TABLE app.users (
  id bigint NOT NULL,
  role app.role NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

COMMIT;
