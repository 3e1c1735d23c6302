-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.t_x
--   because the type of column public.t.x changes
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_x;

-- - operator class public.e_ops using hash
--   because enum public.e is made anew
--   breaks-clients: what is built by the operator class fails
DROP OPERATOR CLASS public.e_ops using hash;

-- - operator public.===(e, e)
--   because enum public.e is made anew
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.===(e, e);

-- - function public.e_eq(e, e)
--   because enum public.e is made anew
--   breaks-clients: clients that call it fail
DROP FUNCTION public.e_eq(e, e);

-- - function public.e_hash(e)
--   because enum public.e is made anew
--   breaks-clients: clients that call it fail
DROP FUNCTION public.e_hash(e);

-- ~ enum public.e
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.e RENAME TO e_plumb_old;
CREATE TYPE public.e AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN x TYPE public.e USING x::text::public.e;
DROP TYPE public.e_plumb_old;

-- + function public.e_eq(e, e)
--   because enum public.e is made anew
CREATE FUNCTION public.e_eq(e, e) RETURNS boolean LANGUAGE sql IMMUTABLE
AS $$select $1::text = $2::text$$;

-- + function public.e_hash(e)
--   because enum public.e is made anew
CREATE FUNCTION public.e_hash(e) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$select 1$$;

-- + operator public.===(e, e)
--   because enum public.e is made anew
CREATE OPERATOR public.=== (FUNCTION = e_eq, LEFTARG = e, RIGHTARG = e);

-- + operator class public.e_ops using hash
--   because enum public.e is made anew
CREATE OPERATOR CLASS public.e_ops FOR TYPE e USING hash FAMILY public.e_ops AS
  FUNCTION 1 (e, e) e_hash(e),
  OPERATOR 1 public.===(e, e);

-- + index public.t.t_x
--   because the type of column public.t.x changes
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_x ON public.t USING hash (x e_ops);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
