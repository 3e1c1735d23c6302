-- Plan for golden (PostgreSQL 15.20): 1 additive step, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.place_types
CREATE TABLE public.place_types (
  id integer NOT NULL,
  CONSTRAINT place_types_pkey PRIMARY KEY (id)
);

-- Breaking

-- - foreign key public.places.places_type
--   because primary key public.old_types.old_types_pkey that it needs is dropped
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.places DROP CONSTRAINT places_type;

-- - table public.old_types
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.old_types;

-- + foreign key public.places.places_type
--   because primary key public.old_types.old_types_pkey that it needs is dropped
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.places ADD CONSTRAINT places_type FOREIGN KEY (type_id) REFERENCES public.place_types (id);

COMMIT;

-- likely rename: table public.old_types goes and table public.place_types comes, alike: if it is a rename, say `renamed_from: old_types`
