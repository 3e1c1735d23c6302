-- Plan for golden (PostgreSQL 15.20): 1 additive step, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.t.b
ALTER TABLE public.t ADD COLUMN b integer;

-- Breaking

-- → materialized view public.mv → materialized view public.mv2
--   breaks-clients: clients that use the old name fail
ALTER MATERIALIZED VIEW public.mv RENAME TO mv2;

-- → index public.mv2.mvi → index public.mv2.mvi2
ALTER INDEX public.mvi RENAME TO mvi2;

-- - view public.vm
--   because materialized view public.mv2 is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.vm;

-- - materialized view public.mv2
--   breaks-clients: clients that use it fail until it is computed anew
DROP MATERIALIZED VIEW public.mv2;

-- + materialized view public.mv2
CREATE MATERIALIZED VIEW public.mv2 AS
select id, a, b from t;
COMMENT ON MATERIALIZED VIEW public.mv2 IS 'm';

-- + index public.mv2.mvi2
--   because materialized view public.mv2 is replaced
CREATE UNIQUE INDEX mvi2 ON public.mv2 (id);

-- + view public.vm
--   because materialized view public.mv2 is replaced
CREATE VIEW public.vm AS
select a from mv2;

COMMIT;
