-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public.t.a_positive
--   because the type of column public.t.a changes
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT a_positive;

-- ~ column public.t.a
--   rewrites-table: integer to text: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to text
ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- ~ column public.t.b
--   rewrites-table: text to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to integer
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;

-- + check public.t.a_positive
--   because the type of column public.t.a changes
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT a_positive CHECK (a <> '');

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
