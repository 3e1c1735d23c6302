-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.t_b
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_b;

-- + index public.t_1.t_1_mine
--   because index public.t.t_b is replaced
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_1_mine ON public.t_1 (b desc);

-- + index public.t.t_b
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_b ON public.t (b desc);

COMMIT;
