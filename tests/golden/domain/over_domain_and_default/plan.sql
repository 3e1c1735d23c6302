-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ domain public.amount
ALTER DOMAIN public.amount SET DEFAULT 0;

-- ~ domain public.price
ALTER DOMAIN public.price SET DEFAULT 0;

-- ~ domain public.free_price
ALTER DOMAIN public.free_price SET DEFAULT NULL::numeric;

COMMIT;
