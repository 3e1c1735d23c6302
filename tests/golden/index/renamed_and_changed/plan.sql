-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- → index public.t.t_1 → index public.t.t_2
ALTER INDEX public.t_1 RENAME TO t_2;

-- Breaking

-- - index public.t.t_2
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_2;

-- + index public.t.t_2
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_2 ON public.t (a, b);

COMMIT;
