-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.b → table public.c
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.b RENAME TO c;

-- → table public.a → table public.b
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.a RENAME TO b;

-- → column public.c.z → column public.c.w
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.c RENAME COLUMN z TO w;

-- → column public.c.y → column public.c.z
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.c RENAME COLUMN y TO z;

-- → column public.c.x → column public.c.y
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.c RENAME COLUMN x TO y;

-- → index public.c.i2 → index public.c.i3
ALTER INDEX public.i2 RENAME TO i3;

-- → index public.c.i1 → index public.c.i2
ALTER INDEX public.i1 RENAME TO i2;

COMMIT;
