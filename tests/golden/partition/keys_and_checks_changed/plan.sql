-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.t_a
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_a;

-- + primary key public.t.t_pkey
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id, at);

-- + check public.t.t_a_less
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT t_a_less CHECK (a < 100);

-- + index public.t.t_a
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_a ON public.t (a desc);

-- + index public.t.t_r
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_r ON public.t (r);

-- + foreign key public.t.t_r_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT t_r_fkey FOREIGN KEY (r) REFERENCES public.r (id);

-- - check public.t.t_a_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

COMMIT;
