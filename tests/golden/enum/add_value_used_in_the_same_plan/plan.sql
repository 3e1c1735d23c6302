-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

-- ~ enum public.state
ALTER TYPE public.state ADD VALUE 'draft' BEFORE 'new';

BEGIN;

-- + table public.parcels
CREATE TABLE public.parcels (
  state state DEFAULT 'draft' NOT NULL,
  CONSTRAINT parcels_state_check CHECK (state <> 'new')
);

-- ~ column public.orders.state
ALTER TABLE public.orders ALTER COLUMN state SET DEFAULT 'draft'::state;

-- Breaking

-- + check public.orders.orders_known
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.orders ADD CONSTRAINT orders_known CHECK (state in ('draft', 'new', 'sent'));

COMMIT;
