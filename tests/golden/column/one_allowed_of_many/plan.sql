-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - materialized view public.mv
--   because the type of column public.t.name changes
--   breaks-clients: clients that use it fail until it is computed anew
DROP MATERIALIZED VIEW public.mv;

-- - view public.v
--   because the type of column public.t.name changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- ~ column public.t.name
ALTER TABLE public.t ALTER COLUMN name TYPE text;

-- ~ column public.t.n
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN n TYPE bigint;

-- + view public.v
--   because the type of column public.t.name changes
CREATE VIEW public.v AS
select name from t;

-- + materialized view public.mv
--   because the type of column public.t.name changes
CREATE MATERIALIZED VIEW public.mv AS
select id, name from t;

-- + index public.mv.mv_id
--   because materialized view public.mv is replaced
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
CREATE UNIQUE INDEX mv_id ON public.mv (id);

-- + index public.mv.mv_name
--   because materialized view public.mv is replaced
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX mv_name ON public.mv (name);

COMMIT;
