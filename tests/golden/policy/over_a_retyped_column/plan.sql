-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - policy public.t.a
--   because the type of column public.t.n changes
--   breaks-clients: who may see or write which rows changes
DROP POLICY a ON public.t;

-- - policy public.u.over_t
--   because the type of column public.t.n changes
DROP POLICY over_t ON public.u;

-- ~ column public.t.n
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN n TYPE bigint;

-- + policy public.t.a
--   because the type of column public.t.n changes
CREATE POLICY a ON public.t USING (n > 0);
COMMENT ON POLICY a ON public.t IS 'kept';

-- + policy public.u.over_t
--   because the type of column public.t.n changes
CREATE POLICY over_t ON public.u USING (exists (select from t where t.n = u.id));

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
