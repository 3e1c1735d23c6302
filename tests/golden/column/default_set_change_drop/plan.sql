-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ column public.t.a
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 5;

-- ~ column public.t.b
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 2;

-- ~ column public.t.d
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT (now() - '01:00:00'::interval);

-- ~ column public.t.e
ALTER TABLE public.t ALTER COLUMN e SET DEFAULT 'it''s; "quoted"';

-- Breaking

-- ~ column public.t.c
--   breaks-clients: clients that leave the column out write NULL, or fail
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;

COMMIT;
