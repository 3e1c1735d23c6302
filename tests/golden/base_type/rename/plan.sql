-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = app, public;

-- Breaking

BEGIN;

-- → base type public.mood → base type app.feeling
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.mood SET SCHEMA app;
ALTER TYPE app.mood RENAME TO feeling;

SET search_path = public;

-- → function public.mood_in(cstring) → function public.feeling_in(cstring)
--   breaks-clients: clients that use the old name fail
ALTER FUNCTION public.mood_in(cstring) RENAME TO feeling_in;

COMMIT;
