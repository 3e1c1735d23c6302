-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.c
CREATE TABLE public.c (
  a integer
);
ALTER TABLE public.c ADD CONSTRAINT c_a FOREIGN KEY (a) REFERENCES public.p (id) NOT VALID;

COMMIT;
