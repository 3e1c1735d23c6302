-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → function public.add(integer, integer) → function public.add_up(integer, integer)
--   breaks-clients: clients that use the old name fail
ALTER FUNCTION public.add(integer, integer) RENAME TO add_up;

-- → aggregate public.old(integer) → aggregate public.new(integer)
--   breaks-clients: clients that use the old name fail
ALTER AGGREGATE public.old(integer) RENAME TO new;

-- - view public.v
--   because aggregate public.retyped(integer) is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - aggregate public.retyped(integer)
--   breaks-clients: clients that call it fail
DROP AGGREGATE public.retyped(integer);

-- ~ aggregate public.changed(integer)
--   breaks-clients: queries that use it may get another result
CREATE OR REPLACE AGGREGATE public.changed(integer) (SFUNC = add_up, STYPE = integer, INITCOND = '5', PARALLEL = SAFE);

-- + aggregate public.retyped(integer)
CREATE AGGREGATE public.retyped(integer) (SFUNC = add_up, STYPE = integer, FINALFUNC = finish);
COMMENT ON AGGREGATE public.retyped(integer) IS 'stays';

-- + view public.v
--   because aggregate public.retyped(integer) is replaced
CREATE VIEW public.v AS
select retyped(x) as sum from generate_series(1, 3) x;

-- - aggregate public.dropped(integer)
--   breaks-clients: clients that call it fail
DROP AGGREGATE public.dropped(integer);

-- - aggregate public.dropped_place(VARIADIC "any" ORDER BY VARIADIC "any")
--   breaks-clients: clients that call it fail
DROP AGGREGATE public.dropped_place(VARIADIC "any" ORDER BY VARIADIC "any");

-- - function public.rank_of(internal, "any")
--   breaks-clients: clients that call it fail
DROP FUNCTION public.rank_of(internal, "any");

COMMIT;
