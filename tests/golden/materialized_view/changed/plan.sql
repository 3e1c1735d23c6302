-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ materialized view public.a
ALTER MATERIALIZED VIEW public.a SET (fillfactor=60);
ALTER MATERIALIZED VIEW public.a RESET (autovacuum_enabled);

-- + view column public.a.b
ALTER MATERIALIZED VIEW public.a ALTER COLUMN b SET STORAGE external;

SET search_path = app, public;

-- Breaking

-- → materialized view public.moved → materialized view app.moved
--   breaks-clients: clients that use the old schema fail
ALTER MATERIALIZED VIEW public.moved SET SCHEMA app;

SET search_path = public;

-- → materialized view public.old_name → materialized view public.new_name
--   breaks-clients: clients that use the old name fail
ALTER MATERIALIZED VIEW public.old_name RENAME TO new_name;

-- - index public.a.a_b
--   breaks-clients: queries that use it become slow
DROP INDEX public.a_b;

-- + index public.a.a_b
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX a_b ON public.a (b desc);

-- + index public.a.a_id
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
CREATE UNIQUE INDEX a_id ON public.a (id);

-- - materialized view public.gone
--   destroys-data: its rows are lost, and only what the tables still hold can be computed again
--   breaks-clients: clients that use it fail
DROP MATERIALIZED VIEW public.gone;

COMMIT;
