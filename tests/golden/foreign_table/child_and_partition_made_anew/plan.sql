-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign table public.child
--   breaks-clients: clients that use the table fail
DROP FOREIGN TABLE public.child;

-- - foreign table public.part
--   breaks-clients: clients that use the table fail
DROP FOREIGN TABLE public.part;

-- + foreign table public.child
CREATE FOREIGN TABLE public.child (
  c integer
) INHERITS (public.par) SERVER s2;

-- + foreign table public.part
CREATE FOREIGN TABLE public.part PARTITION OF public.pt FOR VALUES IN (1) SERVER s2;

-- + trigger public.child.t
--   because foreign table public.child is replaced
CREATE TRIGGER t before insert ON public.child for each row execute function f();

COMMIT;
