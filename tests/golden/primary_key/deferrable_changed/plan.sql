-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - primary key public.shelves.shelves_pkey
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.shelves DROP CONSTRAINT shelves_pkey;

-- - primary key public.slots.slots_pkey
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.slots DROP CONSTRAINT slots_pkey;

-- + primary key public.shelves.shelves_pkey
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.shelves ADD CONSTRAINT shelves_pkey PRIMARY KEY (id) DEFERRABLE;

-- + primary key public.slots.slots_pkey
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.slots ADD CONSTRAINT slots_pkey PRIMARY KEY (id);

COMMIT;
