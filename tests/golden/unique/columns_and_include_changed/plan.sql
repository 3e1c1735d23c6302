-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - unique public.seats.seats_holder
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.seats DROP CONSTRAINT seats_holder;

-- - unique public.seats.seats_place
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.seats DROP CONSTRAINT seats_place;

-- + unique public.seats.seats_holder
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.seats ADD CONSTRAINT seats_holder UNIQUE (hall, holder) INCLUDE (n, line);

-- + unique public.seats.seats_place
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.seats ADD CONSTRAINT seats_place UNIQUE (hall, line, n);

COMMIT;
