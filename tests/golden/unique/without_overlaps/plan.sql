-- Plan for golden (PostgreSQL 18.4): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.bookings
CREATE TABLE public.bookings (
  room integer,
  during tstzrange
);
ALTER TABLE public.bookings ADD CONSTRAINT bookings_room_fkey FOREIGN KEY (room, PERIOD during) REFERENCES public.rooms (id, PERIOD during);

-- Breaking

-- - unique public.plain.plain_key
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.plain DROP CONSTRAINT plain_key;

-- + unique public.plain.plain_key
ALTER TABLE public.plain ADD CONSTRAINT plain_key UNIQUE (id, during WITHOUT OVERLAPS);

COMMIT;
