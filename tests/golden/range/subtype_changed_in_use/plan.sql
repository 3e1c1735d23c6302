-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ range type public.r
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a range that does not fit the new type makes it fail
--   breaks-clients: clients meet another type
ALTER FUNCTION public.r(double precision, double precision) RENAME TO r_plumb_old;
ALTER FUNCTION public.r(double precision, double precision, text) RENAME TO r_plumb_old;
ALTER FUNCTION public.r_multirange() RENAME TO r_multirange_plumb_old;
ALTER FUNCTION public.r_multirange(public.r) RENAME TO r_multirange_plumb_old;
ALTER FUNCTION public.r_multirange(public.r[]) RENAME TO r_multirange_plumb_old;
ALTER TYPE public.r RENAME TO r_plumb_old;
ALTER TYPE public.r_multirange RENAME TO r_multirange_plumb_old;
CREATE TYPE public.r AS RANGE (SUBTYPE = numeric);
ALTER TABLE public.t ALTER COLUMN r DROP DEFAULT, ALTER COLUMN r TYPE public.r USING r::text::public.r, ALTER COLUMN r SET DEFAULT '[1,2)'::r;
ALTER TABLE public.t ALTER COLUMN rs TYPE public.r[] USING rs::text[]::public.r[];
DROP TYPE public.r_plumb_old;

-- + comment on range type public.r
--   because goes with what it is on
COMMENT ON TYPE public.r IS 'a range';

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
