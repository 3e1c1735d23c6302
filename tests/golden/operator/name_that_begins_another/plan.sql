-- Plan for golden (PostgreSQL 15.20): 1 additive step, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + operator public.<<||(integer, integer)
CREATE OPERATOR public.<<|| (FUNCTION = lt, LEFTARG = integer, RIGHTARG = integer);

-- Breaking

-- - view public.v
--   because operator public.<<|(integer, integer) is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- + view public.v
--   because operator public.<<|(integer, integer) is dropped
CREATE VIEW public.v AS
select 1 <<|| 2 as x;

-- - operator public.<<|(integer, integer)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.<<|(integer, integer);

COMMIT;
