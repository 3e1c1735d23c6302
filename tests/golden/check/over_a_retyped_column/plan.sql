-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public.measures.kind_known
--   because the type of column public.measures.kind changes
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.measures DROP CONSTRAINT kind_known;

-- ~ column public.measures.kind
ALTER TABLE public.measures ALTER COLUMN kind TYPE text;

-- ~ column public.measures.value
--   rewrites-table: integer to numeric(5,2): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: integer to numeric(5,2)
ALTER TABLE public.measures ALTER COLUMN value TYPE numeric(5,2);

-- + check public.measures.kind_known
--   because the type of column public.measures.kind changes
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
ALTER TABLE public.measures ADD CONSTRAINT kind_known CHECK (kind in ('a', 'b'));

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.measures;
