-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.a
--   rewrites-table: text to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to integer
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE integer USING a::integer, ALTER COLUMN a SET DEFAULT 0;

-- ~ column public.t.b
--   rewrites-table: text to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to integer
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT, ALTER COLUMN b TYPE integer USING b::integer, ALTER COLUMN b SET DEFAULT 7;

-- ~ column public.t.c
--   rewrites-table: integer to text: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to text
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT, ALTER COLUMN c TYPE text, ALTER COLUMN c SET DEFAULT '5'::text;

-- ~ column public.t.d
--   rewrites-table: boolean to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: boolean to integer
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT, ALTER COLUMN d TYPE integer USING d::integer, ALTER COLUMN d SET DEFAULT 0;

-- ~ column public.t.e
--   rewrites-table: text to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to integer
ALTER TABLE public.t ALTER COLUMN e DROP DEFAULT, ALTER COLUMN e TYPE integer USING e::integer;

-- ~ column public.t.f
--   rewrites-table: text to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to integer
ALTER TABLE public.t ALTER COLUMN f TYPE integer USING f::integer, ALTER COLUMN f SET DEFAULT 6;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
