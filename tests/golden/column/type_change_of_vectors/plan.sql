-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.chunks.chunks_b
--   because the type of column public.chunks.b changes
--   breaks-clients: queries that use it become slow
DROP INDEX public.chunks_b;

-- ~ column public.chunks.b
--   destroys-data: vector(3) to halfvec(3): what the new type has no room for is rounded or cut off without an error
--   rewrites-table: vector(3) to halfvec(3): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: vector(3) to halfvec(3)
ALTER TABLE public.chunks ALTER COLUMN b TYPE halfvec(3) USING b::halfvec(3);

-- ~ column public.chunks.c
--   rewrites-table: vector(3) to vector(4): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: vector(3) to vector(4)
ALTER TABLE public.chunks ALTER COLUMN c TYPE vector(4);

-- ~ column public.chunks.d
--   rewrites-table: vector to vector(3): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: vector to vector(3)
ALTER TABLE public.chunks ALTER COLUMN d TYPE vector(3);

-- ~ column public.chunks.e
--   rewrites-table: vector(3) to vector(4): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: vector(3) to vector(4)
ALTER TABLE public.chunks ALTER COLUMN e TYPE vector(4);

-- + index public.chunks.chunks_b
--   because the type of column public.chunks.b changes
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX chunks_b ON public.chunks USING hnsw (b halfvec_l2_ops);

-- - index public.chunks.chunks_a
--   breaks-clients: queries that use it become slow
DROP INDEX public.chunks_a;

-- ~ column public.chunks.a
ALTER TABLE public.chunks ALTER COLUMN a TYPE vector;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.chunks;
