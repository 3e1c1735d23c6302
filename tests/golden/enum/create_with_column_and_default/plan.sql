-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + enum public.state
CREATE TYPE public.state AS ENUM ('new', 'paid', 'sent');

-- + table public.filters
CREATE TABLE public.filters (
  states state[] DEFAULT '{new,paid}' NOT NULL
);

-- + column public.orders.state
ALTER TABLE public.orders ADD COLUMN state state DEFAULT 'new' NOT NULL;

COMMIT;
