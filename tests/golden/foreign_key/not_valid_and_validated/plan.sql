-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.c.c_d
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT c_d;

-- + foreign key public.c.c_a
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.c ADD CONSTRAINT c_a FOREIGN KEY (a) REFERENCES public.p (id) NOT VALID;

-- ~ foreign key public.c.c_b
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.c VALIDATE CONSTRAINT c_b;

-- + foreign key public.c.c_d
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.c ADD CONSTRAINT c_d FOREIGN KEY (d) REFERENCES public.p (id) NOT VALID;

COMMIT;
