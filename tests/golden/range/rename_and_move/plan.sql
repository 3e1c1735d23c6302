-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = app, public;

-- Breaking

BEGIN;

-- → range type public.r → range type app.span
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.r SET SCHEMA app;
ALTER TYPE app.r RENAME TO span;

-- ~ range type app.span
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.r_multirange SET SCHEMA app;
ALTER TYPE app.r_multirange RENAME TO span_multirange;

SET search_path = public;

-- ~ column public.t.m
--   breaks-clients: clients meet another type: r_multirange to app.span_multirange
ALTER TABLE public.t ALTER COLUMN m TYPE app.span_multirange USING m::app.span_multirange;

COMMIT;

-- not managed yet: 5 functions
