-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because the type of column public.t.a changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- ~ column public.t.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- + view public.v
--   because the type of column public.t.a changes
CREATE VIEW public.v AS
select id, a, b from t;

-- + view column public.v.b
--   because view public.v is replaced
ALTER VIEW public.v ALTER COLUMN b SET DEFAULT 'x';
COMMENT ON COLUMN public.v.b IS 'kept too';

-- + comment on view column public.v.id
--   because goes with what it is on
COMMENT ON COLUMN public.v.id IS 'kept';

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
