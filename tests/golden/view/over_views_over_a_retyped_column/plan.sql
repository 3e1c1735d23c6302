-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.a_top
--   because view public.b_middle is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.a_top;

-- - view public.b_middle
--   because view public.c_bottom is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.b_middle;

-- - view public.c_bottom
--   because the type of column public.readings.value changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.c_bottom;

-- ~ column public.readings.value
--   rewrites-table: integer to numeric(10,2): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: integer to numeric(10,2)
ALTER TABLE public.readings ALTER COLUMN value TYPE numeric(10,2);

-- + view public.c_bottom
--   because the type of column public.readings.value changes
CREATE VIEW public.c_bottom AS
select id, value, place from readings;

-- + view public.b_middle
--   because view public.c_bottom is replaced
CREATE VIEW public.b_middle AS
select place, avg(value) as mean from c_bottom group by place;
COMMENT ON VIEW public.b_middle IS 'by place';

-- + view public.a_top
--   because view public.b_middle is replaced
CREATE VIEW public.a_top AS
select place from b_middle where mean > 1;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.readings;
