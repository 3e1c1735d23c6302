-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
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
select id, a from t;
ALTER VIEW public.v OWNER TO golden_owner;
GRANT SELECT ON TABLE public.v TO golden_reader;

-- + view column public.v.a
--   because view public.v is replaced
ALTER VIEW public.v ALTER COLUMN a SET DEFAULT 7;
COMMENT ON COLUMN public.v.a IS 'as it was';

-- + privileges on view column public.v.a
--   because goes with what it is on
GRANT UPDATE (a) ON TABLE public.v TO golden_reader;

-- + privileges on view column public.v.id
--   because goes with what it is on
GRANT REFERENCES (id) ON TABLE public.v TO golden_reader;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
