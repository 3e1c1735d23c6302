-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.t.b → column public.t.c
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN b TO c;

-- → column public.t.a → column public.t.b
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN a TO b;

COMMIT;
