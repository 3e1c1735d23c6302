-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.c.c_column
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT c_column;

-- - foreign key public.c.c_delete
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT c_delete;

-- - foreign key public.c.c_from
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT c_from;

-- - foreign key public.c.c_table
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT c_table;

-- - foreign key public.c.c_update
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT c_update;

-- + foreign key public.c.c_column
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.c ADD CONSTRAINT c_column FOREIGN KEY (b) REFERENCES public.p (code);

-- + foreign key public.c.c_delete
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.c ADD CONSTRAINT c_delete FOREIGN KEY (d) REFERENCES public.p (id) ON DELETE RESTRICT;

-- + foreign key public.c.c_from
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.c ADD CONSTRAINT c_from FOREIGN KEY (f) REFERENCES public.p (id);

-- + foreign key public.c.c_table
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.c ADD CONSTRAINT c_table FOREIGN KEY (a) REFERENCES public.q (id);

-- + foreign key public.c.c_update
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.c ADD CONSTRAINT c_update FOREIGN KEY (e) REFERENCES public.p (id);

COMMIT;
