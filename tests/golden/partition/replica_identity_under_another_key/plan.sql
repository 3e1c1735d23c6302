-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - primary key public.p.pk
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.p DROP CONSTRAINT pk;

-- + primary key public.p1.p1_pkey
--   because primary key public.p.pk is dropped
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
ALTER TABLE public.p1 ADD CONSTRAINT p1_pkey PRIMARY KEY (id, k);
ALTER TABLE public.p1 REPLICA IDENTITY USING INDEX p1_pkey;

-- + primary key public.p.pk2
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.p ADD CONSTRAINT pk2 PRIMARY KEY (id, k);

COMMIT;

-- likely rename: primary key public.p.pk goes and primary key public.p.pk2 comes, alike: if it is a rename, say `renamed_from: pk`
