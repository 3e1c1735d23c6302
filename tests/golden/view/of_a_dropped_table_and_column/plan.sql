-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.over_both
--   because column public.gone.id is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.over_both;

-- - view public.over_that
--   because view public.over_column is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.over_that;

-- - view public.over_column
--   because column public.kept.b is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.over_column;

-- + view public.over_column
--   because column public.kept.b is dropped
CREATE VIEW public.over_column AS
select id, a from kept;

-- + view public.over_that
--   because view public.over_column is replaced
CREATE VIEW public.over_that AS
select id, a from over_column;

-- - view public.over_gone
--   breaks-clients: clients that use the view fail
DROP VIEW public.over_gone;

-- - column public.kept.b
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.kept DROP COLUMN b;

-- - table public.gone
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.gone;

-- + view public.over_both
--   because column public.gone.id is dropped
CREATE VIEW public.over_both AS
select k.id from kept k;

COMMIT;
