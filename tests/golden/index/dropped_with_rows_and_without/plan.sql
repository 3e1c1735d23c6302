-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- - index public.empty_one.empty_a
DROP INDEX public.empty_a;

-- Breaking

-- - index public.full_one.full_a
--   breaks-clients: queries that use it become slow
DROP INDEX public.full_a;

-- - index public.full_one.full_b
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.full_b;

COMMIT;
