-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 18 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.cv
--   because column public.ch2.v is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.cv;

-- - index public.gp.gi
--   because column public.gp.v is replaced
--   breaks-clients: queries that use it become slow
DROP INDEX public.gi;

-- - check public.gp11.gp11_v_check
--   because column public.gp11.v is replaced
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.gp11 DROP CONSTRAINT gp11_v_check;

-- - column public.ch.v
--   because the type of column public.ch.a changes

-- - column public.ch2.v
--   because the type of column public.ch2.a changes

-- - column public.gp.v
--   because the type of column public.gp.a changes
--   breaks-clients: clients that use the column fail
ALTER TABLE public.gp DROP COLUMN v;

-- - column public.gp11.v
--   because the type of column public.gp11.a changes

-- - column public.pa.v
--   because the type of column public.pa.a changes
--   breaks-clients: clients that use the column fail
ALTER TABLE public.pa DROP COLUMN v;

-- ~ column public.gp.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.gp ALTER COLUMN a TYPE bigint;

-- + column public.gp.v
--   because the type of column public.gp.a changes
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.gp ADD COLUMN v integer GENERATED ALWAYS AS ((a + 1)) STORED;

-- + column public.gp11.v
--   because the type of column public.gp11.a changes
ALTER TABLE public.gp11 ALTER COLUMN v SET STATISTICS 55;
COMMENT ON COLUMN public.gp11.v IS 'hi';

-- ~ column public.pa.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.pa ALTER COLUMN a TYPE bigint;

-- + column public.pa.v
--   because the type of column public.pa.a changes
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.pa ADD COLUMN v integer GENERATED ALWAYS AS ((a + 1)) STORED;

-- + column public.ch.v
--   because the type of column public.ch.a changes
ALTER TABLE ONLY public.ch ALTER COLUMN v SET STATISTICS 55;

-- + column public.ch2.v
--   because the type of column public.ch2.a changes
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
ALTER TABLE public.ch2 ALTER COLUMN v SET NOT NULL;
ALTER TABLE public.ch2 ALTER COLUMN v SET STATISTICS 55;

-- + check public.gp11.gp11_v_check
--   because column public.gp11.v is replaced
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
ALTER TABLE public.gp11 ADD CONSTRAINT gp11_v_check CHECK ((v > 0));

-- + index public.gp.gi
--   because column public.gp.v is replaced
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX gi ON public.gp (v);

-- + view public.cv
--   because column public.ch2.v is replaced
CREATE VIEW public.cv AS
SELECT v
   FROM ch2;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.gp;
ANALYZE public.pa;
ANALYZE public.ch;
ANALYZE public.ch2;
