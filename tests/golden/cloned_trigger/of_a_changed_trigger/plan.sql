-- Plan for golden (PostgreSQL 15.20): 1 additive step, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ trigger public.p.f_with_a_new_clone
ALTER TABLE public.p ENABLE TRIGGER f_with_a_new_clone;
ALTER TABLE public.p_low_first DISABLE TRIGGER f_with_a_new_clone;

-- Breaking

-- - trigger public.p.e_constraint
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER e_constraint ON public.p;

-- - trigger public.p.g_over_a_retyped_column
--   because the type of column public.p.b changes
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER g_over_a_retyped_column ON public.p;

-- ~ column public.p.b
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.p ALTER COLUMN b TYPE bigint;

-- ~ trigger public.p.a_enabled
--   breaks-clients: it fires in other sessions than before
ALTER TABLE public.p ENABLE ALWAYS TRIGGER a_enabled;
ALTER TABLE public.p_low DISABLE TRIGGER a_enabled;
ALTER TABLE public.p_low_first ENABLE REPLICA TRIGGER a_enabled;

-- ~ trigger public.p.b_enabled_as_its_clone
--   breaks-clients: what it did at each change is not done any more
ALTER TABLE public.p DISABLE TRIGGER b_enabled_as_its_clone;

-- ~ trigger public.p.c_function
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER c_function before insert ON public.p for each row execute function g();
ALTER TABLE public.p_low DISABLE TRIGGER c_function;

-- ~ trigger public.p.d_disabled_and_changed
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER d_disabled_and_changed before insert or delete ON public.p for each row execute function f();
ALTER TABLE public.p DISABLE TRIGGER d_disabled_and_changed;
ALTER TABLE public.p_low ENABLE ALWAYS TRIGGER d_disabled_and_changed;

-- + trigger public.p.e_constraint
CREATE CONSTRAINT TRIGGER e_constraint after insert or update ON public.p for each row execute function f();
ALTER TABLE public.p_low DISABLE TRIGGER e_constraint;

-- + trigger public.p.g_over_a_retyped_column
--   because the type of column public.p.b changes
CREATE TRIGGER g_over_a_retyped_column before update of b ON public.p for each row execute function f();
ALTER TABLE public.p_low_first DISABLE TRIGGER g_over_a_retyped_column;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.p;
