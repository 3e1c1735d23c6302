-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.gone_ids
--   breaks-clients: clients that use the view fail
DROP VIEW public.gone_ids;

-- - foreign key public.kept.kept_gone_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.kept DROP CONSTRAINT kept_gone_id_fkey;

-- - table public.gone
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.gone;

COMMIT;
