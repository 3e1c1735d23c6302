-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.new
CREATE TABLE public.new OF types.address (
  CONSTRAINT here CHECK (city = 'here')
);
ALTER TABLE public.new ALTER COLUMN street SET NOT NULL;

-- ~ table public.places
ALTER TABLE public.places OF types.address;

-- ~ column public.people.city
ALTER TABLE public.people ALTER COLUMN city SET DEFAULT 'there'::text;

COMMIT;
