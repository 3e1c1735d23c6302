-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - trigger public.t.touch_at
--   because the type of column public.t.a changes
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER touch_at ON public.t;

-- - trigger public.t.touch_when
--   because the type of column public.t.a changes
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER touch_when ON public.t;

-- ~ column public.t.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- + trigger public.t.touch_at
--   because the type of column public.t.a changes
CREATE TRIGGER touch_at before update of a ON public.t for each row execute function touch();
COMMENT ON TRIGGER touch_at ON public.t IS 'when it was';

-- + trigger public.t.touch_when
--   because the type of column public.t.a changes
CREATE TRIGGER touch_when before update ON public.t for each row when (old.a is distinct from new.a) execute function touch();
ALTER TABLE public.t DISABLE TRIGGER touch_when;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
