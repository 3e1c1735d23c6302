-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public.t.late
--   because the type of column public.t.d changes
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT late;

-- ~ column public.t.d
--   destroys-data: text to date: what the new type has no room for is rounded or cut off without an error
--   rewrites-table: text to date: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to date
ALTER TABLE public.t ALTER COLUMN d TYPE date USING d::date;

-- ~ column public.t.n
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN n TYPE bigint;

-- + check public.t.late
--   because the type of column public.t.d changes
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT late CHECK (d > '2020-01-01');

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
