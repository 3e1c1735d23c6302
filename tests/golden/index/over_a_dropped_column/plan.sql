-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.t_ab
--   because column public.t.b is dropped
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_ab;

-- + index public.t.t_ab
--   because column public.t.b is dropped
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_ab ON public.t (a, c);

-- - index public.t.t_expr
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_expr;

-- - index public.t.t_include
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_include;

-- - index public.t.t_partial
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_partial;

-- - column public.t.b
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN b;

COMMIT;
