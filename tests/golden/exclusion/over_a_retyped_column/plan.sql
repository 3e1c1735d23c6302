-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - exclusion public.a.a_room
--   because the type of column public.a.room changes
--   breaks-clients: rows that collide can come in
ALTER TABLE public.a DROP CONSTRAINT a_room;

-- ~ column public.a.room
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.a ALTER COLUMN room TYPE bigint;

-- + exclusion public.a.a_room
--   because the type of column public.a.room changes
--   blocks-reads: reads and writes of the table wait while its index is built; there is no online way
--   may-fail-on-data: two rows that collide make it fail
--   breaks-clients: clients that write colliding rows fail
ALTER TABLE public.a ADD CONSTRAINT a_room EXCLUDE USING gist (room with =, during with &&);

COMMIT;
