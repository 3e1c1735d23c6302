-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v2
--   because view public.v1 is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.v2;

-- - view public.v1
--   because the type of column public.t.id changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.v1;

-- ~ column public.t.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- + view public.v1
--   because the type of column public.t.id changes
CREATE VIEW public.v1 WITH (security_invoker=true, security_barrier=true) AS
select id, owner from t;
COMMENT ON VIEW public.v1 IS 'mine';

-- + view public.v2
--   because view public.v1 is replaced
CREATE VIEW public.v2 WITH (check_option=local) AS
select id from v1 where id > 0;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
