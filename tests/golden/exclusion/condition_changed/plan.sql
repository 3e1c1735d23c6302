-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - exclusion public.bookings.no_overlap
--   breaks-clients: rows that collide can come in
ALTER TABLE public.bookings DROP CONSTRAINT no_overlap;

-- + exclusion public.bookings.no_overlap
--   blocks-reads: reads and writes of the table wait while its index is built; there is no online way
--   may-fail-on-data: two rows that collide make it fail
--   breaks-clients: clients that write colliding rows fail
ALTER TABLE public.bookings ADD CONSTRAINT no_overlap EXCLUDE USING gist (room with =, during with &&) WHERE (state not in ('cancelled', 'moved'));
COMMENT ON CONSTRAINT no_overlap ON public.bookings IS 'one guest a room';

COMMIT;
