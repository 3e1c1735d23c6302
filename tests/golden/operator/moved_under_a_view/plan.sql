-- Plan for golden (PostgreSQL 15.20): 1 additive step, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = d, public;

-- Additive

BEGIN;

-- + operator d.#+#(integer, integer)
CREATE OPERATOR d.#+# (FUNCTION = add2, LEFTARG = integer, RIGHTARG = integer);

SET search_path = public;

-- Breaking

-- - view public.v
--   because operator s.#+#(integer, integer) is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

SET search_path = s, public;

-- - operator s.#+#(integer, integer)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR s.#+#(integer, integer);

SET search_path = public;

-- + view public.v
--   because operator s.#+#(integer, integer) is dropped
CREATE VIEW public.v AS
select id operator(d.#+#) 1 as x from t;

COMMIT;
