-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because type public.pair is made anew
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- ~ type public.pair
--   because PostgreSQL can't change it in place
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new attributes makes it fail
--   breaks-clients: clients meet other attributes of the type
ALTER TYPE public.pair RENAME TO pair_plumb_old;
CREATE TYPE public.pair AS (
  a bigint,
  b text,
  c date
);
ALTER TABLE public.t ALTER COLUMN p DROP DEFAULT, ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((p).a::bigint, (p).b, (p).c)::text::public.pair END, ALTER COLUMN p SET DEFAULT '(1,x,)'::pair;
ALTER TABLE public.t ALTER COLUMN ps TYPE public.pair[] USING ps::text[]::public.pair[];
DROP TYPE public.pair_plumb_old;

-- + view public.v
--   because type public.pair is made anew
CREATE VIEW public.v AS
select p from t;

-- + comment on type public.pair
--   because goes with what it is on
COMMENT ON TYPE public.pair IS 'two of them';

-- + comment on attribute public.pair.b
--   because goes with what it is on
COMMENT ON COLUMN public.pair.b IS 'the second';

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
