-- Plan for golden (PostgreSQL 15.20): 1 additive step, 15 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ trigger public.t.h_disabled
ALTER TABLE public.t ENABLE TRIGGER h_disabled;

-- Breaking

-- - trigger public.t.j_constraint
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER j_constraint ON public.t;

-- - trigger public.t.k_deferrable
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER k_deferrable ON public.t;

-- - trigger public.t.l_to_constraint
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER l_to_constraint ON public.t;

-- ~ trigger public.t.a_timing
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER a_timing after insert ON public.t for each row execute function f();

-- ~ trigger public.t.b_events
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER b_events before insert or delete ON public.t for each row execute function f();

-- ~ trigger public.t.c_columns
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER c_columns before update of a, b ON public.t for each row execute function f();

-- ~ trigger public.t.d_when
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER d_when before insert ON public.t for each row when (new.a > 1) execute function f();

-- ~ trigger public.t.e_function
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER e_function before insert ON public.t for each row execute function g();

-- ~ trigger public.t.f_arguments
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER f_arguments before insert ON public.t for each row execute function f('x', 'y');

-- ~ trigger public.t.g_enabled
--   breaks-clients: what it did at each change is not done any more
ALTER TABLE public.t DISABLE TRIGGER g_enabled;

-- ~ trigger public.t.i_disabled_and_changed
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER i_disabled_and_changed after insert ON public.t for each row execute function f();
ALTER TABLE public.t DISABLE TRIGGER i_disabled_and_changed;

-- + trigger public.t.j_constraint
CREATE TRIGGER j_constraint after insert ON public.t for each row execute function f();

-- + trigger public.t.k_deferrable
CREATE CONSTRAINT TRIGGER k_deferrable after insert ON public.t from public.u deferrable for each row execute function f();
COMMENT ON TRIGGER k_deferrable ON public.t IS 'stays';

-- + trigger public.t.l_to_constraint
CREATE CONSTRAINT TRIGGER l_to_constraint after insert ON public.t for each row execute function f();

-- ~ trigger public.t.m_replica
--   breaks-clients: it fires in other sessions than before
ALTER TABLE public.t ENABLE ALWAYS TRIGGER m_replica;

COMMIT;
