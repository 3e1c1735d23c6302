-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - rule public.t.keep
--   because the type of column public.log.a changes
--   breaks-clients: statements that it rewrote are carried out as they stand
DROP RULE keep ON public.t;

-- ~ column public.log.a
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.log ALTER COLUMN a TYPE bigint;

-- ~ column public.t.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- + rule public.t.keep
--   because the type of column public.log.a changes
CREATE RULE keep AS ON UPDATE TO public.t DO ALSO insert into log values (new.a);
COMMENT ON RULE keep ON public.t IS 'stays';

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
