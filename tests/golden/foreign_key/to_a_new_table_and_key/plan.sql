-- Plan for golden (PostgreSQL 15.20): 1 additive step, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.cities
CREATE TABLE public.cities (
  name text NOT NULL,
  CONSTRAINT cities_pkey PRIMARY KEY (name)
);

-- Breaking

-- + unique public.lots.lots_n_key
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.lots ADD CONSTRAINT lots_n_key UNIQUE (n);

-- + foreign key public.places.places_city_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.places ADD CONSTRAINT places_city_fkey FOREIGN KEY (city) REFERENCES public.cities (name);

-- + foreign key public.places.places_lot_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.places ADD CONSTRAINT places_lot_fkey FOREIGN KEY (lot) REFERENCES public.lots (n);

COMMIT;
