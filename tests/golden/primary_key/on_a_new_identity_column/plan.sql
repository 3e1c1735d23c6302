-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + column public.events.id
--   rewrites-table: an identity column is numbered in every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.events ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY NOT NULL;

-- + primary key public.events.events_pkey
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.events ADD CONSTRAINT events_pkey PRIMARY KEY (id);

COMMIT;
