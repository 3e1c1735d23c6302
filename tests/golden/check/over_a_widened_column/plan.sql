-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.t_in_list
--   because the type of column public.t.k changes
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_in_list;

-- - check public.t.in_list
--   because the type of column public.t.k changes
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT in_list;

-- - check public.t.nested
--   because the type of column public.t.k changes
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT nested;

-- - column public.t.again
--   because the type of column public.t.g changes
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN again;

-- ~ column public.t.k
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
ALTER TABLE public.t ALTER COLUMN k TYPE varchar(20);

-- ~ column public.t.g
ALTER TABLE public.t ALTER COLUMN g TYPE varchar(50);

-- + column public.t.again
--   because the type of column public.t.g changes
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN again text GENERATED ALWAYS AS (g || '!') STORED;

-- + check public.t.in_list
--   because the type of column public.t.k changes
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
ALTER TABLE public.t ADD CONSTRAINT in_list CHECK (k in ('a', 'b'));

-- + check public.t.nested
--   because the type of column public.t.k changes
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
ALTER TABLE public.t ADD CONSTRAINT nested CHECK (n between 0 and 9 and k <> 'z');

-- + index public.t.t_in_list
--   because the type of column public.t.k changes
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_in_list ON public.t (id) WHERE k in ('a', 'b');

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
