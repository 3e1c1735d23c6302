-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ trigger public.t.fewer
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER fewer before update of b ON public.t for each row execute function f();

-- ~ trigger public.t.other
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER other before update ON public.t for each row when (new.b > 0) execute function f();

-- - trigger public.t.gone
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER gone ON public.t;

-- - column public.t.a
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN a;

COMMIT;
