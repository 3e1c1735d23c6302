-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.t.city_id
ALTER TABLE public.t ADD COLUMN city_id integer;

-- + column public.t.code
ALTER TABLE public.t ADD COLUMN code text DEFAULT '' NOT NULL;

-- + column public.t.slug
ALTER TABLE public.t ADD COLUMN slug text;

-- Breaking

-- ~ column public.t.id
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;

-- + primary key public.t.t_pkey
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- + unique public.t.t_slug_key
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_slug_key UNIQUE (slug);

-- + check public.t.t_code_check
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT t_code_check CHECK (code <> 'x');

-- + foreign key public.t.t_city_id_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT t_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.cities (id);

COMMIT;
