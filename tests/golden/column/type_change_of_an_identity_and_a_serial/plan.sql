-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ sequence public.t_c_seq
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.t_c_seq AS integer;

-- ~ column public.t.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- ~ column public.t.b
--   rewrites-table: smallint to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: smallint to integer
ALTER TABLE public.t ALTER COLUMN b TYPE integer;

-- ~ column public.t.c
--   rewrites-table: smallint to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: smallint to integer
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT, ALTER COLUMN c TYPE integer, ALTER COLUMN c SET DEFAULT nextval('t_c_seq'::regclass);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
