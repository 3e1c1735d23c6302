-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = app, public;

-- Additive

BEGIN;

-- + enum app.state
CREATE TYPE app.state AS ENUM ('new', 'sent');
COMMENT ON TYPE app.state IS 'where it stands';

-- + table app.orders
CREATE TABLE app.orders (
  state state DEFAULT 'new'
);

SET search_path = public;

-- + table public.copies
CREATE TABLE public.copies (
  state app.state DEFAULT 'sent'
);

COMMIT;
