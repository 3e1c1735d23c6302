-- Plan for golden (PostgreSQL 15.20): 1 additive step, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.a_new
CREATE TABLE public.a_new (
  x integer,
  y integer
);

-- Breaking

-- + unique public.t.t_a_key
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE (a);

-- + index public.t.t_b
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
CREATE UNIQUE INDEX t_b ON public.t (b);

-- + foreign key public.a_new.a_new_x_fkey
ALTER TABLE public.a_new ADD CONSTRAINT a_new_x_fkey FOREIGN KEY (x) REFERENCES public.t (a);

-- + foreign key public.a_new.a_new_y_fkey
ALTER TABLE public.a_new ADD CONSTRAINT a_new_y_fkey FOREIGN KEY (y) REFERENCES public.t (b);

COMMIT;
