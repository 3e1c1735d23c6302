-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.a
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
--   breaks-clients: clients meet another type: text to citext
ALTER TABLE public.t ALTER COLUMN a TYPE citext;

-- ~ column public.t.b
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
--   breaks-clients: clients meet another type: citext to text
ALTER TABLE public.t ALTER COLUMN b TYPE text;

-- ~ column public.t.c
--   destroys-data: integer to oid: what the new type has no room for is rounded or cut off without an error
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
--   breaks-clients: clients meet another type: integer to oid
ALTER TABLE public.t ALTER COLUMN c TYPE oid;

-- ~ column public.t.d
--   destroys-data: oid to integer: what the new type has no room for is rounded or cut off without an error
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
--   breaks-clients: clients meet another type: oid to integer
ALTER TABLE public.t ALTER COLUMN d TYPE integer;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
