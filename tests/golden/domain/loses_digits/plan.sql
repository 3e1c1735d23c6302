-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - domain public.dear
--   breaks-clients: clients that use the type fail
DROP DOMAIN public.dear;

-- ~ domain public.price
--   destroys-data: what the new type has no room for is rounded or cut off without an error
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: numeric(10,4) to numeric(10,2)
ALTER DOMAIN public.price RENAME TO price_plumb_old;
CREATE DOMAIN public.price AS numeric(10,2);
ALTER TABLE public.t ALTER COLUMN p TYPE public.price;
DROP DOMAIN public.price_plumb_old;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
