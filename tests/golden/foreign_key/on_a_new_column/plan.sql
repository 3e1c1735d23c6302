-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.places.type_id
ALTER TABLE public.places ADD COLUMN type_id integer;

-- Breaking

-- + foreign key public.places.places_type_id_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.places ADD CONSTRAINT places_type_id_fkey FOREIGN KEY (type_id) REFERENCES public.types (id);

COMMIT;
