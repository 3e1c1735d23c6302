-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = app, public;

-- Breaking

BEGIN;

-- → view public.v → view app.v
--   breaks-clients: clients that use the old schema fail
ALTER VIEW public.v SET SCHEMA app;

-- → view public.w → view app.x
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER VIEW public.w SET SCHEMA app;
ALTER VIEW app.w RENAME TO x;

COMMIT;
