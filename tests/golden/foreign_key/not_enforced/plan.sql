-- Plan for golden (PostgreSQL 18.4): 2 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.t.c
ALTER TABLE public.t ADD COLUMN c integer;

-- + foreign key public.t.added
ALTER TABLE public.t ADD CONSTRAINT added FOREIGN KEY (c) REFERENCES public.p (id) NOT ENFORCED;

-- Breaking

-- ~ foreign key public.t.checked
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.t ALTER CONSTRAINT checked NOT ENFORCED;

-- ~ foreign key public.t.off
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.t ALTER CONSTRAINT off ENFORCED;

COMMIT;
