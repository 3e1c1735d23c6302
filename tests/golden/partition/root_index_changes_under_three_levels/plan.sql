-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.m.k → column public.m.kk
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.m RENAME COLUMN k TO kk;

-- - index public.m.mi
--   breaks-clients: queries that use it become slow
DROP INDEX public.mi;

-- + index public.m.mi
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX mi ON public.m (kk, id);

COMMIT;
