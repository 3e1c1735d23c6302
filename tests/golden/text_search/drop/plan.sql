-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- - index public.t.t_a
DROP INDEX public.t_a;

-- Breaking

-- - text search configuration public.c
--   breaks-clients: clients that use the configuration fail
DROP TEXT SEARCH CONFIGURATION public.c;

-- - text search dictionary public.d
--   breaks-clients: clients that use the dictionary fail
DROP TEXT SEARCH DICTIONARY public.d;

COMMIT;
