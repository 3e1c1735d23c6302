-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.t_a
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.t_a;

-- - index public.t.t_b
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_b;

-- + index public.t.t_a
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
--   breaks-clients: subscribers of logical replication see other key columns
CREATE UNIQUE INDEX t_a ON public.t (a, b);
ALTER TABLE public.t REPLICA IDENTITY USING INDEX t_a;

-- + index public.t.t_b
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_b ON public.t (b, a);
ALTER TABLE public.t CLUSTER ON t_b;

COMMIT;
