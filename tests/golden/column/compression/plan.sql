-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ column public.t.a
ALTER TABLE public.t ALTER COLUMN a SET COMPRESSION lz4;

-- ~ column public.t.b
ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION lz4;

-- ~ column public.t.c
ALTER TABLE public.t ALTER COLUMN c SET COMPRESSION default;

COMMIT;
