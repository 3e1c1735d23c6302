-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + exclusion public.loans.loans_book_during_excl
ALTER TABLE public.loans ADD CONSTRAINT loans_book_during_excl EXCLUDE USING gist (book with =, during with &&);

-- + exclusion public.loans.loans_book_excl
ALTER TABLE public.loans ADD CONSTRAINT loans_book_excl EXCLUDE USING hash (book with =);

-- Breaking

-- + exclusion public.bookings.no_double_booking
--   blocks-reads: reads and writes of the table wait while its index is built; there is no online way
--   may-fail-on-data: two rows that collide make it fail
--   breaks-clients: clients that write colliding rows fail
ALTER TABLE public.bookings ADD CONSTRAINT no_double_booking EXCLUDE USING gist (room with =, during with &&) WHERE (not cancelled);

-- + exclusion public.bookings.no_double_start
--   blocks-reads: reads and writes of the table wait while its index is built; there is no online way
--   may-fail-on-data: two rows that collide make it fail
--   breaks-clients: clients that write colliding rows fail
ALTER TABLE public.bookings ADD CONSTRAINT no_double_start EXCLUDE USING gist (abs(room) with =, lower(during) with =);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.bookings;
