-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ column public.t.a
ALTER TABLE public.t ALTER COLUMN a SET (n_distinct='-0.2');
ALTER TABLE public.t ALTER COLUMN a RESET (n_distinct_inherited);

-- ~ column public.t.b
ALTER TABLE public.t ALTER COLUMN b SET STATISTICS -1;
ALTER TABLE public.t ALTER COLUMN b SET (n_distinct=100);

-- ~ index public.t.t_expressions
ALTER INDEX public.t_expressions ALTER COLUMN 3 SET STATISTICS 400;
ALTER INDEX public.t_expressions ALTER COLUMN 1 SET STATISTICS -1;

COMMIT;
