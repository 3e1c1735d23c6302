-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - statistics public.c.others
--   because the type of column public.c.n changes: built anew for it, it would lose its owner
DROP STATISTICS public.others;

-- - statistics public.c.st
--   because the type of column public.c.n changes: built anew for it, it would lose its target
DROP STATISTICS public.st;

-- - index public.c.targets
--   because the type of column public.c.n changes: built anew for it, it would lose the statistics targets of its expressions
DROP INDEX public.targets;

-- ~ column public.c.n
--   breaks-clients: clients meet another type: numeric(5,2) to numeric(8,3)
ALTER TABLE public.c ALTER COLUMN n TYPE numeric(8,3);

-- + index public.c.targets
--   because the type of column public.c.n changes: built anew for it, it would lose the statistics targets of its expressions
CREATE INDEX targets ON public.c (n, (b + 1));
ALTER INDEX public.targets ALTER COLUMN 2 SET STATISTICS 34;

-- + statistics public.c.others
--   because the type of column public.c.n changes: built anew for it, it would lose its owner
CREATE STATISTICS public.others ON b, n FROM public.c;
ALTER STATISTICS public.others OWNER TO golden_keeper;

-- + statistics public.c.st
--   because the type of column public.c.n changes: built anew for it, it would lose its target
CREATE STATISTICS public.st ON id, n FROM public.c;
ALTER STATISTICS public.st SET STATISTICS 77;

COMMIT;
