-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.c.c_a
--   because index public.p.p_a that it needs is replaced
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT c_a;

-- - index public.p.p_a
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.p_a;

-- + index public.p.p_a
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
CREATE UNIQUE INDEX p_a ON public.p (a) INCLUDE (b);

-- + foreign key public.c.c_a
--   because index public.p.p_a that it needs is replaced
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.c ADD CONSTRAINT c_a FOREIGN KEY (a) REFERENCES public.p (a);

COMMIT;
