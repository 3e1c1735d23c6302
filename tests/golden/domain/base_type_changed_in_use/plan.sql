-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because domain public.code is made anew
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - check public.t.t_small
--   because the type of column public.t.code changes
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT t_small;

-- - column public.t.twice
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN twice;

-- ~ domain public.code
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: integer to bigint
ALTER DOMAIN public.code RENAME TO code_plumb_old;
CREATE DOMAIN public.code AS bigint DEFAULT 7
  CONSTRAINT code_positive CHECK (value > 0);
ALTER TABLE public.t ALTER COLUMN code DROP DEFAULT, ALTER COLUMN code TYPE public.code, ALTER COLUMN code SET DEFAULT 5;
ALTER TABLE public.t ALTER COLUMN codes DROP DEFAULT, ALTER COLUMN codes TYPE public.code[], ALTER COLUMN codes SET DEFAULT '{1,2}'::code[];
DROP DOMAIN public.code_plumb_old;

-- + domain check public.code.code_old
--   because goes with what it is part of
--   breaks-clients: clients that write what it forbids fail
ALTER DOMAIN public.code ADD CONSTRAINT code_old CHECK (value < 9) NOT VALID;

-- + column public.t.twice
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN twice bigint GENERATED ALWAYS AS (code * 2) STORED;

-- + check public.t.t_small
--   because the type of column public.t.code changes
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT t_small CHECK (code < 100);

-- + view public.v
--   because domain public.code is made anew
CREATE VIEW public.v AS
select code from t;

-- + comment on domain public.code
--   because goes with what it is on
COMMENT ON DOMAIN public.code IS 'a code';

-- + comment on domain check public.code.code_positive
--   because goes with what it is on
COMMENT ON CONSTRAINT code_positive ON DOMAIN public.code IS 'above zero';

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
