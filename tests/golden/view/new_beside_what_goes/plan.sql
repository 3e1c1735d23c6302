-- Plan for golden (PostgreSQL 15.20): 1 additive step, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + view public.others
CREATE VIEW public.others AS
select a from t;

-- Breaking

-- - column public.t.gone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN gone;

-- + view public.reads
CREATE VIEW public.reads AS
select gone from t, u;

-- - operator public.===(integer, integer)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.===(integer, integer);

-- + view public.compares
CREATE VIEW public.compares AS
select a === 1 as equal from t;

-- - function public.f(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f(integer);

-- + view public.calls
CREATE VIEW public.calls AS
select f(a) from t;

-- - function public.same(integer, integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.same(integer, integer);

COMMIT;
