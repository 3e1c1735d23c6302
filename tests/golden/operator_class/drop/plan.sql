-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- - index public.t.t_a
DROP INDEX public.t_a;

-- Breaking

-- - operator class public.int_desc using btree
--   breaks-clients: what is built by the operator class fails
DROP OPERATOR CLASS public.int_desc using btree;

-- - operator family public.int_desc using btree
--   breaks-clients: what is built by the operator family fails
DROP OPERATOR FAMILY public.int_desc using btree;

COMMIT;
