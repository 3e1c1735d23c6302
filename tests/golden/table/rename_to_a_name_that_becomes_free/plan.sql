-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.old_attractions
CREATE TABLE public.old_attractions (
  id integer,
  old boolean
);

-- Breaking

-- - column public.attractions.old
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.attractions DROP COLUMN old;

-- - table public.places
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.places;

COMMIT;
