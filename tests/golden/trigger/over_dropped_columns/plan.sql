-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - trigger public.t.fewer
--   because column public.t.a is dropped
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER fewer ON public.t;

-- - trigger public.t.other
--   because column public.t.a is dropped
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER other ON public.t;

-- - trigger public.t.gone
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER gone ON public.t;

-- - column public.t.a
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN a;

-- + trigger public.t.fewer
--   because column public.t.a is dropped
CREATE TRIGGER fewer before update of b ON public.t for each row execute function f();

-- + trigger public.t.other
--   because column public.t.a is dropped
CREATE TRIGGER other before update ON public.t for each row when (new.b > 0) execute function f();

COMMIT;
