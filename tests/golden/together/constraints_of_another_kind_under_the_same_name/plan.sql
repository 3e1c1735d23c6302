-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.t.t_3
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.t DROP CONSTRAINT t_3;

-- + unique public.t.t_3
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_3 UNIQUE (c);

-- - check public.t.t_1
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT t_1;

-- + foreign key public.t.t_1
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT t_1 FOREIGN KEY (a) REFERENCES public.p (id);

-- - unique public.t.t_2
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.t DROP CONSTRAINT t_2;

-- + check public.t.t_2
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT t_2 CHECK (b > 0);

COMMIT;
