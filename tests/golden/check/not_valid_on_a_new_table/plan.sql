-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.fresh
CREATE TABLE public.fresh (
  a integer,
  b integer,
  CONSTRAINT fresh_b CHECK (b > 0)
);
ALTER TABLE public.fresh ADD CONSTRAINT fresh_a CHECK (a > 0) NOT VALID;

COMMIT;
