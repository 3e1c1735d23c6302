-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → collation public.co → collation public.co2
--   breaks-clients: clients that use the old name fail
ALTER COLLATION public.co RENAME TO co2;

-- + domain public.d
CREATE DOMAIN public.d AS text COLLATE public.co2;

-- + type public.c
CREATE TYPE public.c AS (
  a text COLLATE public.co2
);

-- + range type public.r
CREATE TYPE public.r AS RANGE (SUBTYPE = text, COLLATION = public.co2);

-- + column public.t.b
ALTER TABLE public.t ADD COLUMN b d;

-- + column public.t.c
ALTER TABLE public.t ADD COLUMN c c;

COMMIT;
