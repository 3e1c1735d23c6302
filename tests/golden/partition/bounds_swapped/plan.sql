-- Plan for golden (PostgreSQL 15.20): 1 additive step, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ table public.p4
ALTER TABLE public.p DETACH PARTITION public.p4;
ALTER TABLE public.p ATTACH PARTITION public.p4 FOR VALUES FROM (30) TO (50);
ALTER TABLE public.p4 SET (fillfactor=70);

-- Breaking

-- ~ table public.p1
ALTER TABLE public.p DETACH PARTITION public.p1;

-- ~ table public.p2
ALTER TABLE public.p DETACH PARTITION public.p2;

-- ~ table public.p3
ALTER TABLE public.p DETACH PARTITION public.p3;

-- ~ table public.p1
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (10) TO (20);

-- ~ table public.p2
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES FROM (20) TO (30);

-- ~ table public.p3
ALTER TABLE public.p ATTACH PARTITION public.p3 FOR VALUES FROM (0) TO (10);

COMMIT;
