-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.c.c_t
--   because primary key public.t.t_old that it needs is dropped
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT c_t;

-- - primary key public.t.t_old
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.t DROP CONSTRAINT t_old;

-- + primary key public.t.a_new
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT a_new PRIMARY KEY (id);

-- + foreign key public.c.c_t
--   because primary key public.t.t_old that it needs is dropped
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.c ADD CONSTRAINT c_t FOREIGN KEY (t_id) REFERENCES public.t (id);

COMMIT;

-- likely rename: primary key public.t.t_old goes and primary key public.t.a_new comes, alike: if it is a rename, say `renamed_from: t_old`
