-- Plan for golden (PostgreSQL 15.20): 1 additive step, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ exclusion public.a.a_filled
ALTER INDEX public.a_filled SET (fillfactor=80);

-- Breaking

-- - exclusion public.a.a_deferred
--   breaks-clients: rows that collide can come in
ALTER TABLE public.a DROP CONSTRAINT a_deferred;

-- - exclusion public.a.a_include
--   breaks-clients: rows that collide can come in
ALTER TABLE public.a DROP CONSTRAINT a_include;

-- + exclusion public.a.a_deferred
--   blocks-reads: reads and writes of the table wait while its index is built; there is no online way
--   may-fail-on-data: two rows that collide make it fail
--   breaks-clients: clients that write colliding rows fail
ALTER TABLE public.a ADD CONSTRAINT a_deferred EXCLUDE USING gist (during with &&) WHERE (room > 1) DEFERRABLE INITIALLY DEFERRED;

-- + exclusion public.a.a_include
--   blocks-reads: reads and writes of the table wait while its index is built; there is no online way
--   may-fail-on-data: two rows that collide make it fail
--   breaks-clients: clients that write colliding rows fail
ALTER TABLE public.a ADD CONSTRAINT a_include EXCLUDE USING gist (room with =, during with -|-) INCLUDE (note);

COMMIT;
