-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.s2.b
ALTER TABLE public.s2 ADD COLUMN b bigint DEFAULT nextval('sh');

-- ~ sequence public.sh
ALTER SEQUENCE public.sh OWNED BY public.s2.b;

-- Breaking

-- → sequence public.old_name → sequence public.new_name
--   breaks-clients: clients that use the old name fail
ALTER SEQUENCE public.old_name RENAME TO new_name;

-- + table public.made
CREATE TABLE public.made (
  a bigint DEFAULT nextval('new_name')
);

-- ~ sequence public.new_name
ALTER SEQUENCE public.new_name OWNED BY public.made.a;

COMMIT;
