-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 12 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- → domain check public.d.c1 → domain check public.d.c2
ALTER DOMAIN public.d RENAME CONSTRAINT c1 TO c2;

-- → statistics public.m.ms → statistics public.m.ms2
ALTER STATISTICS public.ms RENAME TO ms2;

-- Breaking

-- → attribute public.c.a → attribute public.c.aa
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.c RENAME ATTRIBUTE a TO aa;

-- → rule public.v.r1 → rule public.v.r2
--   breaks-clients: rules are applied in the order of their names
ALTER RULE r1 ON public.v RENAME TO r2;

-- → trigger public.v.t1 → trigger public.v.t2
--   breaks-clients: triggers fire in the order of their names
ALTER TRIGGER t1 ON public.v RENAME TO t2;

-- - materialized view public.m
--   because domain public.d is made anew
--   breaks-clients: clients that use it fail until it is computed anew
DROP MATERIALIZED VIEW public.m;

-- - view public.v
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- ~ domain public.d
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to varchar(10)
ALTER DOMAIN public.d RENAME TO d_plumb_old;
CREATE DOMAIN public.d AS varchar(10)
  CONSTRAINT c2 CHECK (((VALUE)::text <> ''::text));
ALTER TABLE public.t ALTER COLUMN a TYPE public.d;
DROP DOMAIN public.d_plumb_old;

-- ~ type public.c
--   because PostgreSQL can't change it in place
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new attributes makes it fail
--   breaks-clients: clients meet other attributes of the type
ALTER TYPE public.c RENAME TO c_plumb_old;
CREATE TYPE public.c AS (
  aa bigint,
  b text
);
ALTER TABLE public.t ALTER COLUMN x TYPE public.c USING CASE WHEN x IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((x).aa::bigint, (x).b)::text::public.c END;
DROP TYPE public.c_plumb_old;

-- + view public.v
CREATE VIEW public.v AS
select a, id from t;

-- + materialized view public.m
--   because domain public.d is made anew
CREATE MATERIALIZED VIEW public.m AS
select a, id from t;

-- + statistics public.m.ms2
--   because materialized view public.m is replaced
CREATE STATISTICS public.ms2 ON a, id FROM public.m;

-- + rule public.v.r2
--   because view public.v is replaced
CREATE RULE r2 AS ON DELETE TO public.v DO INSTEAD nothing;

-- + trigger public.v.t2
--   because view public.v is replaced
CREATE TRIGGER t2 instead of insert ON public.v for each row execute function tf();

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
