-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → sequence public.c1_b_seq → sequence public.c1_c_seq
--   breaks-clients: clients that use the old name fail
ALTER SEQUENCE public.c1_b_seq RENAME TO c1_c_seq;

-- → sequence public.s1_a_seq → sequence public.s2_a_seq
--   breaks-clients: clients that use the old name fail
ALTER SEQUENCE public.s1_a_seq RENAME TO s2_a_seq;

-- → table public.s1 → table public.s2
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.s1 RENAME TO s2;

-- → column public.c1.b → column public.c1.c
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.c1 RENAME COLUMN b TO c;

-- → primary key public.s2.s1_pkey → primary key public.s2.s2_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.s2 RENAME CONSTRAINT s1_pkey TO s2_pkey;

-- ~ sequence public.c1_c_seq
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.c1_c_seq AS bigint CACHE 1;

-- ~ sequence public.s2_a_seq
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.s2_a_seq AS bigint;

-- ~ column public.c1.c
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.c1 ALTER COLUMN c DROP DEFAULT, ALTER COLUMN c TYPE bigint, ALTER COLUMN c SET DEFAULT nextval('c1_c_seq'::regclass);

-- ~ column public.s2.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.s2 ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE bigint, ALTER COLUMN a SET DEFAULT nextval('s2_a_seq'::regclass);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.s2;
