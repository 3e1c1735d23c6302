-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - trigger public.p.gone
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER gone ON public.p;

-- - trigger public.p.their_own
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER their_own ON public.p;

-- + trigger public.p_low.their_own
CREATE TRIGGER their_own before insert ON public.p_low for each row execute function f();

-- - trigger public.p_low.new_and_below
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER new_and_below ON public.p_low;

-- + trigger public.p.new_and_below
CREATE TRIGGER new_and_below before insert ON public.p for each row execute function f();

-- - table public.p_high
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.p_high;

COMMIT;
