-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → function public.f() → function public.new_f()
--   breaks-clients: clients that use the old name fail
ALTER FUNCTION public.f() RENAME TO new_f;

-- → table public.t → table public.new_t
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME TO new_t;

-- → column public.new_t.a → column public.new_t.b
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.new_t RENAME COLUMN a TO b;

-- → primary key public.new_t.t_pkey → primary key public.new_t.new_t_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.new_t RENAME CONSTRAINT t_pkey TO new_t_pkey;

-- → view public.v → view public.w
--   breaks-clients: clients that use the old name fail
ALTER VIEW public.v RENAME TO w;

-- → trigger public.new_t.old → trigger public.new_t.new
--   breaks-clients: triggers fire in the order of their names
ALTER TRIGGER old ON public.new_t RENAME TO new;

-- - trigger public.new_t.dropped
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER dropped ON public.new_t;

-- - table public.gone
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.gone;

-- - function public.g()
--   breaks-clients: clients that call it fail
DROP FUNCTION public.g();

COMMIT;
