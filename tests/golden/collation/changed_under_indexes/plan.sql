-- Plan for golden (PostgreSQL 15.20): 1 additive step, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + collation public.c2
CREATE COLLATION public.c2 (PROVIDER = icu, LOCALE = 'fr');

-- Breaking

-- - index public.t.i
--   because collation public.c1 is dropped
--   breaks-clients: queries that use it become slow
DROP INDEX public.i;

-- - index public.t.u
--   because collation public.c1 is dropped
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.u;

-- ~ column public.t.a
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
--   breaks-clients: clients that sort or compare by the column meet another collation
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c2;

-- - collation public.c1
--   breaks-clients: clients that sort by it fail
DROP COLLATION public.c1;

-- + index public.t.i
--   because collation public.c1 is dropped
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX i ON public.t (a);

-- + index public.t.u
--   because collation public.c1 is dropped
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
CREATE UNIQUE INDEX u ON public.t (a);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
