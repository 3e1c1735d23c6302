-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- → index public.p.p_b_idx → index public.p.p_b2_idx
ALTER INDEX public.p_b_idx RENAME TO p_b2_idx;

-- → index public.p1.p1_b_idx → index public.p1.p1_b2_idx
ALTER INDEX public.p1_b_idx RENAME TO p1_b2_idx;

-- → index public.p2.p2_b_idx → index public.p2.p2_b2_idx
ALTER INDEX public.p2_b_idx RENAME TO p2_b2_idx;

-- + column public.p.d
ALTER TABLE public.p ADD COLUMN d integer DEFAULT 5;

-- + check public.p.k
ALTER TABLE public.p ADD CONSTRAINT k CHECK (d > 0);

-- + index public.p.p_d_idx
CREATE INDEX p_d_idx ON public.p (d);

-- Breaking

-- → column public.p.b → column public.p.b2
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.p RENAME COLUMN b TO b2;

-- ~ column public.p.b2
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.p ALTER COLUMN b2 TYPE bigint;

-- - column public.p.c
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.p DROP COLUMN c;

-- ~ table public.p1
ALTER TABLE public.p DETACH PARTITION public.p1;

-- ~ table public.p2
ALTER TABLE public.p DETACH PARTITION public.p2;

-- ~ table public.p1
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (10) TO (20);

-- ~ table public.p2
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES FROM (0) TO (10);

COMMIT;

-- likely rename: column public.p.c goes and column public.p.d comes, alike: if it is a rename, say `renamed_from: c`
