-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because column public.t.gone is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - column public.t.gone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN gone;

-- + view public.v
--   because column public.t.gone is dropped
CREATE VIEW public.v AS
select * from f();

COMMIT;
