-- Plan for golden (PostgreSQL 15.20): 11 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ column public.t.a
ALTER TABLE public.t ALTER COLUMN a TYPE varchar(20);

-- ~ column public.t.b
ALTER TABLE public.t ALTER COLUMN b TYPE varchar;

-- ~ column public.t.c
ALTER TABLE public.t ALTER COLUMN c TYPE text;

-- ~ column public.t.d
ALTER TABLE public.t ALTER COLUMN d TYPE varchar;

-- ~ column public.t.e
ALTER TABLE public.t ALTER COLUMN e TYPE numeric(12,2);

-- ~ column public.t.f
ALTER TABLE public.t ALTER COLUMN f TYPE numeric;

-- ~ column public.t.g
ALTER TABLE public.t ALTER COLUMN g TYPE inet;

-- ~ column public.t.h
ALTER TABLE public.t ALTER COLUMN h TYPE timestamp;

-- ~ column public.t.i
ALTER TABLE public.t ALTER COLUMN i TYPE timestamptz(3);

-- ~ column public.t.j
ALTER TABLE public.t ALTER COLUMN j TYPE varbit(8);

-- ~ column public.t.k
ALTER TABLE public.t ALTER COLUMN k TYPE time;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
