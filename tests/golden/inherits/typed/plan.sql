-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ table public.places
ALTER TABLE public.places OF address;

-- ~ column public.people.city
ALTER TABLE public.people ALTER COLUMN city SET DEFAULT 'there'::text;

COMMIT;

-- not managed yet: 1 composite type
