-- Plan for golden (PostgreSQL 15.20): 5 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ column public.t.a
ALTER TABLE public.t ALTER COLUMN a SET STORAGE external;

-- ~ column public.t.b
ALTER TABLE public.t ALTER COLUMN b SET STORAGE main;

-- ~ column public.t.c
ALTER TABLE public.t ALTER COLUMN c SET STORAGE extended;

-- ~ column public.t.d
ALTER TABLE public.t ALTER COLUMN d SET STORAGE main;

-- ~ column public.t.e
ALTER TABLE public.t ALTER COLUMN e TYPE text;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
