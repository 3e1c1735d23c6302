-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

SET search_path = app, public;

-- + operator family app.integers using hash
CREATE OPERATOR FAMILY app.integers using hash;
ALTER OPERATOR FAMILY app.integers using hash ADD
  FUNCTION 2 (integer, integer) hashint4extended(integer, bigint),
  OPERATOR 1 =(bigint, integer);
COMMENT ON OPERATOR FAMILY app.integers using hash IS 'all sizes';

SET search_path = public;

-- + operator family public.int_desc using btree
CREATE OPERATOR FAMILY public.int_desc using btree;

SET search_path = app, public;

-- + operator class app.hashed using hash
CREATE OPERATOR CLASS app.hashed FOR TYPE integer USING hash FAMILY app.integers AS
  FUNCTION 1 (integer, integer) hashint4(integer),
  OPERATOR 1 =(integer, integer);

SET search_path = public;

-- + operator class public.int_desc using btree
CREATE OPERATOR CLASS public.int_desc FOR TYPE integer USING btree FAMILY public.int_desc AS
  FUNCTION 1 (integer, integer) btint4cmp(integer, integer),
  OPERATOR 1 >(integer, integer),
  OPERATOR 2 >=(integer, integer),
  OPERATOR 3 =(integer, integer),
  OPERATOR 4 <=(integer, integer),
  OPERATOR 5 <(integer, integer);
COMMENT ON OPERATOR CLASS public.int_desc using btree IS 'the other way round';

-- + table public.t
CREATE TABLE public.t (
  a integer
);
CREATE INDEX t_a ON public.t (a int_desc);
CREATE INDEX t_h ON public.t USING hash (a app.hashed);

COMMIT;
