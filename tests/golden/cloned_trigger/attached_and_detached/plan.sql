-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.comes
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.p ATTACH PARTITION public.comes FOR VALUES FROM (30) TO (40);

-- ~ table public.leaves
--   breaks-clients: clients of public.p no longer find its rows
ALTER TABLE public.p DETACH PARTITION public.leaves;

-- ~ table public.leaves_with_its_own
--   breaks-clients: clients of public.p no longer find its rows
ALTER TABLE public.p DETACH PARTITION public.leaves_with_its_own;

-- ~ table public.moves
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.p DETACH PARTITION public.moves;
ALTER TABLE public.p ATTACH PARTITION public.moves FOR VALUES FROM (0) TO (5);

-- + trigger public.leaves_with_its_own.touch
CREATE TRIGGER touch before insert ON public.leaves_with_its_own for each row execute function f();

-- + cloned trigger public.comes.touch
ALTER TABLE public.comes DISABLE TRIGGER touch;

-- ~ cloned trigger public.moves.touch
--   because the partition is attached anew, and its clones are new
ALTER TABLE public.moves DISABLE TRIGGER touch;

-- - trigger public.comes_with_its_own.touch
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER touch ON public.comes_with_its_own;

-- ~ table public.comes_with_its_own
--   blocks-reads: reads and writes of the partition wait while every row is checked, and indexes that it lacks are built
--   may-fail-on-data: a row outside of the bound makes it fail
ALTER TABLE public.p ATTACH PARTITION public.comes_with_its_own FOR VALUES FROM (40) TO (50);

-- + cloned trigger public.comes_with_its_own.touch
ALTER TABLE public.comes_with_its_own DISABLE TRIGGER touch;

COMMIT;
