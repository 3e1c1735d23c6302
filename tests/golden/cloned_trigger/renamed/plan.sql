-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = app, public;

-- Breaking

BEGIN;

-- → table public.p_high → table app.upper
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.p_high SET SCHEMA app;
ALTER TABLE app.p_high RENAME TO upper;

SET search_path = public;

-- → table public.p → table public.parts
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.p RENAME TO parts;

-- → trigger public.parts.touch → trigger public.parts.touched
--   breaks-clients: triggers fire in the order of their names
ALTER TRIGGER touch ON public.parts RENAME TO touched;

COMMIT;
