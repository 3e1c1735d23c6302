-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.ab
--   breaks-clients: clients of public.a no longer find its rows
--   breaks-clients: clients of public.b no longer find its rows
ALTER TABLE public.ab NO INHERIT public.a;
ALTER TABLE public.ab NO INHERIT public.b;
ALTER TABLE public.ab INHERIT public.b;
ALTER TABLE public.ab INHERIT public.a;

-- + check public.child.base_n
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.child ADD CONSTRAINT base_n CHECK (n > 0);

-- ~ table public.child
ALTER TABLE public.child INHERIT public.base;

COMMIT;
