-- Plan for golden (PostgreSQL 15.20): 1 additive step, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- → index public.t.t_old → index public.t.t_new
ALTER INDEX public.t_old RENAME TO t_new;

-- Breaking

-- - index public.t.t_b
DROP INDEX public.t_b;

-- - index public.t.t_new
DROP INDEX public.t_new;

-- + index public.t.t_b
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_b ON public.t (b) WITH (fillfactor=70);

-- + index public.t.t_new
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_new ON public.t (a);

COMMIT;
