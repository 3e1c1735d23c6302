-- Plan for golden (PostgreSQL 15.20): 5 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ column public.p.a
ALTER TABLE public.p ALTER COLUMN a TYPE varchar;

-- ~ column public.p_0.a
ALTER TABLE public.p_0 ALTER COLUMN a SET STORAGE external;
ALTER TABLE public.p_0 ALTER COLUMN a SET COMPRESSION pglz;

-- ~ column public.t.a
ALTER TABLE public.t ALTER COLUMN a TYPE varchar;
ALTER TABLE public.t ALTER COLUMN a SET COMPRESSION pglz;

-- ~ column public.t.b
ALTER TABLE public.t ALTER COLUMN b TYPE varchar;
ALTER TABLE public.t ALTER COLUMN b SET STORAGE external;
ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION pglz;

-- ~ column public.t.c
ALTER TABLE public.t ALTER COLUMN c TYPE varchar;

COMMIT;
