-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 14 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - materialized view public.m
--   breaks-clients: clients that use it fail until it is computed anew
DROP MATERIALIZED VIEW public.m;

-- - index public.t.ix
--   breaks-clients: queries that use it become slow
DROP INDEX public.ix;

-- - check public.t.ck
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT ck;

-- - column public.t.g
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN g;

-- - function public.f(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f(integer);

-- ~ function public.fn(integer)
CREATE OR REPLACE FUNCTION public.fn(integer) RETURNS integer LANGUAGE sql
BEGIN ATOMIC
 SELECT f($1) AS f;
END;

-- ~ column public.t.d
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT f(2);

-- + column public.t.g
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS (f(a)) STORED;

-- + check public.t.ck
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT ck CHECK (f(a) > 0);

-- + index public.t.ix
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX ix ON public.t (f(a));

-- ~ view public.v
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.v AS
SELECT f(t.a) AS a
   FROM t;

-- + materialized view public.m
CREATE MATERIALIZED VIEW public.m AS
select a, f(a) as b from t;

-- ~ trigger public.t.tr
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER tr before update ON public.t for each row when (f(new.a) > 0) execute function tf();

-- ~ policy public.t.p
ALTER POLICY p ON public.t USING ((f(a) > 0));

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
