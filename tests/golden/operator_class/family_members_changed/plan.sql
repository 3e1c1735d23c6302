-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ operator family public.integers using btree
--   breaks-clients: queries that used an index by it scan the table
ALTER OPERATOR FAMILY public.integers using btree DROP
  OPERATOR 2 (integer, bigint);
ALTER OPERATOR FAMILY public.integers using btree ADD
  FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);

COMMIT;
