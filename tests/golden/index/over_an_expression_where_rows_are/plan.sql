-- Plan for golden (PostgreSQL 15.20): 1 additive step, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + index public.empty_one.empty_lower
CREATE INDEX empty_lower ON public.empty_one (lower(a));

-- Breaking

-- + index public.kept.kept_lower
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX kept_lower ON public.kept (lower(a));

-- + index public.parent.parent_lower
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX parent_lower ON public.parent (lower(a));

-- + index public.parent.parent_part
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX parent_part ON public.parent (a) WHERE a > '';

-- + index public.whole.whole_lower
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX whole_lower ON public.whole (lower(a));

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.kept;
ANALYZE public.parent;
ANALYZE public.whole;
