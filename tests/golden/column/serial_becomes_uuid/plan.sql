-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - primary key public.vectors.vectors_pkey
--   because column public.vectors.id is dropped and added anew
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.vectors DROP CONSTRAINT vectors_pkey;

-- - column public.vectors.id
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.vectors DROP COLUMN id;

-- + column public.vectors.id
--   rewrites-table: the default is evaluated anew for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.vectors ADD COLUMN id uuid DEFAULT gen_random_uuid() NOT NULL;

-- + primary key public.vectors.vectors_pkey
--   because column public.vectors.id is dropped and added anew
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
ALTER TABLE public.vectors ADD CONSTRAINT vectors_pkey PRIMARY KEY (id);

COMMIT;
