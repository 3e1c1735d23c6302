-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
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
ALTER FUNCTION public.r(double precision, double precision) SET SCHEMA app;
ALTER FUNCTION app.r(double precision, double precision) RENAME TO span;
ALTER FUNCTION public.r(double precision, double precision, text) SET SCHEMA app;
ALTER FUNCTION app.r(double precision, double precision, text) RENAME TO span;

-- ~ range type app.span
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.r_multirange SET SCHEMA app;
ALTER TYPE app.r_multirange RENAME TO span_multirange;
ALTER FUNCTION public.r_multirange() SET SCHEMA app;
ALTER FUNCTION app.r_multirange() RENAME TO span_multirange;
ALTER FUNCTION public.r_multirange(app.span) SET SCHEMA app;
ALTER FUNCTION app.r_multirange(app.span) RENAME TO span_multirange;
ALTER FUNCTION public.r_multirange(app.span[]) SET SCHEMA app;
ALTER FUNCTION app.r_multirange(app.span[]) RENAME TO span_multirange;

COMMIT;
