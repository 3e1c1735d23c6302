-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

SET search_path = app, public;

-- Breaking

-- → sequence public.counter → sequence app.ticket
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER SEQUENCE public.counter SET SCHEMA app;
ALTER SEQUENCE app.counter RENAME TO ticket;

COMMIT;
