-- Plan for golden (PostgreSQL 15.20): 5 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ foreign key public.c.c_a
ALTER TABLE public.c ALTER CONSTRAINT c_a DEFERRABLE INITIALLY IMMEDIATE;

-- ~ foreign key public.c.c_b
ALTER TABLE public.c ALTER CONSTRAINT c_b DEFERRABLE INITIALLY DEFERRED;

-- ~ foreign key public.c.c_d
ALTER TABLE public.c ALTER CONSTRAINT c_d DEFERRABLE INITIALLY IMMEDIATE;

-- ~ foreign key public.c.c_e
ALTER TABLE public.c ALTER CONSTRAINT c_e NOT DEFERRABLE;

-- ~ foreign key public.c.c_f
ALTER TABLE public.c ALTER CONSTRAINT c_f DEFERRABLE INITIALLY DEFERRED;

COMMIT;
