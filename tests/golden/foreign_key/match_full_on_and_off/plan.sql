-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.c.c_ab
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT c_ab;

-- - foreign key public.c.c_xy
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT c_xy;

-- + foreign key public.c.c_ab
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.c ADD CONSTRAINT c_ab FOREIGN KEY (a, b) REFERENCES public.p (a, b) MATCH FULL;

-- + foreign key public.c.c_xy
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.c ADD CONSTRAINT c_xy FOREIGN KEY (x, y) REFERENCES public.p (a, b);

COMMIT;
