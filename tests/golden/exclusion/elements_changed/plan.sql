-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - exclusion public.shifts.not_far
--   breaks-clients: rows that collide can come in
ALTER TABLE public.shifts DROP CONSTRAINT not_far;

-- - exclusion public.shifts.odd
--   breaks-clients: rows that collide can come in
ALTER TABLE public.shifts DROP CONSTRAINT odd;

-- - exclusion public.shifts.one_place
--   breaks-clients: rows that collide can come in
ALTER TABLE public.shifts DROP CONSTRAINT one_place;

-- + exclusion public.shifts.not_far
--   blocks-reads: reads and writes of the table wait while its index is built; there is no online way
--   may-fail-on-data: two rows that collide make it fail
--   breaks-clients: clients that write colliding rows fail
ALTER TABLE public.shifts ADD CONSTRAINT not_far EXCLUDE USING gist (area with ~=);

-- + exclusion public.shifts.odd
--   blocks-reads: reads and writes of the table wait while its index is built; there is no online way
--   may-fail-on-data: two rows that collide make it fail
--   breaks-clients: clients that write colliding rows fail
ALTER TABLE public.shifts ADD CONSTRAINT odd EXCLUDE USING hash (person with =);

-- + exclusion public.shifts.one_place
--   blocks-reads: reads and writes of the table wait while its index is built; there is no online way
--   may-fail-on-data: two rows that collide make it fail
--   breaks-clients: clients that write colliding rows fail
ALTER TABLE public.shifts ADD CONSTRAINT one_place EXCLUDE USING gist (person with =, during with &&, place with <>);

COMMIT;
