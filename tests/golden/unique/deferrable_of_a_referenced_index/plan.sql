-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.r.r_a_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.r DROP CONSTRAINT r_a_fkey;

-- - index public.t.t_a
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.t_a;

-- + unique public.t.t_a
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE (a) DEFERRABLE;

COMMIT;
