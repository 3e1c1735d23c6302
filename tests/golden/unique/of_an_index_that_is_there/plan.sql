-- Plan for golden (PostgreSQL 15.20): 5 additive steps, 13 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + primary key public.t.t_pkey
--   because index public.t.t_id becomes its index
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_id;

-- + unique public.t.t_ab
--   because index public.t.t_ab becomes its index
ALTER TABLE public.t ADD CONSTRAINT t_ab UNIQUE USING INDEX t_ab;

-- + unique public.t.t_b
--   because index public.t.t_b becomes its index
ALTER TABLE public.t ADD CONSTRAINT t_b UNIQUE USING INDEX t_b DEFERRABLE INITIALLY DEFERRED;

-- + unique public.t.t_code_key
--   because index public.t.t_code_idx becomes its index
ALTER TABLE public.t ADD CONSTRAINT t_code_key UNIQUE USING INDEX t_code_idx;
COMMENT ON INDEX public.t_code_key IS NULL;

-- + unique public.t.t_slug
--   because index public.t.t_slug becomes its index
ALTER TABLE public.t ADD CONSTRAINT t_slug UNIQUE USING INDEX t_slug;

-- Breaking

-- ~ column public.n.id
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.n ALTER COLUMN id SET NOT NULL;

-- + primary key public.n.n_pkey
--   because index public.n.n_id becomes its index
ALTER TABLE public.n ADD CONSTRAINT n_pkey PRIMARY KEY USING INDEX n_id;

-- - index public.p.p_id
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.p_id;

-- + unique public.p.p_id
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.p ADD CONSTRAINT p_id UNIQUE (id);

-- - index public.t.t_c
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.t_c;

-- + unique public.t.t_c
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_c UNIQUE (c);

-- - index public.t.t_d
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.t_d;

-- + unique public.t.t_d
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_d UNIQUE (d);

-- - index public.t.t_e
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.t_e;

-- + unique public.t.t_e
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_e UNIQUE (e);

-- - index public.t.t_f
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.t_f;

-- + unique public.t.t_f
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_f UNIQUE (f);

-- + foreign key public.r.r_code_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.r ADD CONSTRAINT r_code_fkey FOREIGN KEY (code) REFERENCES public.t (code);

COMMIT;
