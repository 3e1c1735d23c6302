-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 12 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.r.r_a_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.r DROP CONSTRAINT r_a_fkey;

-- - index public.t.t_a
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.t_a;

-- - index public.t.t_bc
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.t_bc;

-- - column public.t.b
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN b;

-- + column public.t.b
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS (id + 1) STORED;

-- + unique public.t.t_bc
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_bc UNIQUE (b, c);

-- - index public.t.t_d
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.t_d;

-- - column public.t.a
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN a;

-- + column public.t.a
ALTER TABLE public.t ADD COLUMN a uuid;

-- ~ column public.t.d
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
--   breaks-clients: clients that sort or compare by the column meet another collation
ALTER TABLE public.t ALTER COLUMN d TYPE text COLLATE "C";

-- + unique public.t.t_a
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE (a);

-- + unique public.t.t_d
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_d UNIQUE (d) INCLUDE (a);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
