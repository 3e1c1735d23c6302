-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.a.the_index
--   breaks-clients: queries that use it become slow
DROP INDEX public.the_index;

-- + index public.b.the_index
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX the_index ON public.b (x);

-- - index public.b.the_other
--   breaks-clients: queries that use it become slow
DROP INDEX public.the_other;

-- + index public.a.the_other
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX the_other ON public.a (x);

COMMIT;
