-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.attractions
CREATE TABLE public.attractions (
  id integer NOT NULL,
  name text,
  CONSTRAINT attractions_pkey PRIMARY KEY (id)
);

-- Breaking

-- - table public.places
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.places;

COMMIT;

-- likely rename: table public.places goes and table public.attractions comes, alike: if it is a rename, say `renamed_from: places`
