-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.p1
--   breaks-clients: clients of public.p no longer find its rows
ALTER TABLE public.p DETACH PARTITION public.p1;

-- → column public.p.b → column public.p.b2
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.p RENAME COLUMN b TO b2;

-- + column public.p.d
ALTER TABLE public.p ADD COLUMN d integer;

-- + primary key public.p.p_pkey
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (a);

-- + index public.p.p_b
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX p_b ON public.p (b2);

-- - check public.p.k
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.p DROP CONSTRAINT k;

-- - column public.p.c
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.p DROP COLUMN c;

COMMIT;

-- likely rename: column public.p.c goes and column public.p.d comes, alike: if it is a rename, say `renamed_from: c`
