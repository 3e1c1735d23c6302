-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = app, public;

-- Additive

BEGIN;

-- → operator family public.same using hash → operator family app.same using hash
ALTER OPERATOR FAMILY public.same using hash SET SCHEMA app;

SET search_path = public;

-- → operator family public.int_desc using btree → operator family public.down using btree
ALTER OPERATOR FAMILY public.int_desc using btree RENAME TO down;

SET search_path = app, public;

-- → operator class public.same using hash → operator class app.same using hash
ALTER OPERATOR CLASS public.same using hash SET SCHEMA app;

SET search_path = public;

-- → operator class public.int_desc using btree → operator class public.down using btree
ALTER OPERATOR CLASS public.int_desc using btree RENAME TO down;

-- Breaking

-- - operator class public.down using btree
--   breaks-clients: what is built by the operator class fails
DROP OPERATOR CLASS public.down using btree;

-- + operator class public.down using btree
CREATE OPERATOR CLASS public.down FOR TYPE integer USING btree FAMILY public.down AS
  FUNCTION 1 (integer, integer) btint4cmp(integer, integer),
  OPERATOR 1 >(integer, integer);

COMMIT;
