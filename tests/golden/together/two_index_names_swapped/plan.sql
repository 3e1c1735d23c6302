-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.t_one
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_one;

-- - index public.t.t_two
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_two;

-- + index public.t.t_one
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_one ON public.t (b);

-- + index public.t.t_two
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_two ON public.t (a);

COMMIT;
