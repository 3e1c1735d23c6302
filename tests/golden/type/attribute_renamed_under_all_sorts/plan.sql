-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- → attribute public.comp.x → attribute public.comp.xx
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.comp RENAME ATTRIBUTE x TO xx;

-- - index public.t.t_x
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_x;

-- - check public.t.t_c_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT t_c_check;

-- - column public.t.g
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN g;

-- ~ function public.fe(comp)
CREATE OR REPLACE FUNCTION public.fe(c comp) RETURNS integer LANGUAGE sql
BEGIN ATOMIC
 SELECT (c).xx AS xx;
END;

-- + column public.t.g
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS ((c).xx) STORED;

-- + check public.t.t_c_check
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT t_c_check CHECK ((c).xx > 0);

-- + index public.t.t_x
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_x ON public.t (((c).xx));

-- ~ view public.v
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.v AS
SELECT (t.c).xx AS q
   FROM t;

-- ~ policy public.t.p
ALTER POLICY p ON public.t USING (((c).xx > 3));

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
