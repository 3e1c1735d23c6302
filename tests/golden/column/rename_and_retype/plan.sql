-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.t.price → column public.t.cost
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN price TO cost;

-- - view public.v
--   because the type of column public.t.cost changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- ~ column public.t.cost
--   rewrites-table: integer to numeric(10,2): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: integer to numeric(10,2)
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.t ALTER COLUMN cost DROP DEFAULT, ALTER COLUMN cost TYPE numeric(10,2), ALTER COLUMN cost SET DEFAULT 2.5;
ALTER TABLE public.t ALTER COLUMN cost DROP NOT NULL;

-- + view public.v
--   because the type of column public.t.cost changes
CREATE VIEW public.v AS
select cost from t;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
