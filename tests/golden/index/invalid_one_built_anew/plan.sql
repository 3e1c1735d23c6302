-- Plan for golden (PostgreSQL 15.20): 1 additive step, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- - index public.t.t_c
DROP INDEX public.t_c;

-- Breaking

-- - index public.t.t_a
DROP INDEX public.t_a;

-- - index public.t.t_b
DROP INDEX public.t_b;

-- + index public.t.t_a
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_a ON public.t (a);
COMMENT ON INDEX public.t_a IS 'kept';

-- + index public.t.t_b
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
CREATE UNIQUE INDEX t_b ON public.t (b);

COMMIT;
