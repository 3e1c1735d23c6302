-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - unique public.codes.codes_a
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.codes DROP CONSTRAINT codes_a;

-- - unique public.codes.codes_b
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.codes DROP CONSTRAINT codes_b;

-- + unique public.codes.codes_a
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.codes ADD CONSTRAINT codes_a UNIQUE NULLS NOT DISTINCT (a);

-- + unique public.codes.codes_b
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.codes ADD CONSTRAINT codes_b UNIQUE (b);

COMMIT;
