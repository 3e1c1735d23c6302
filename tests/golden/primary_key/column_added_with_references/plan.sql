-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.cities.cities_region
--   because primary key public.regions.regions_pkey that it needs is replaced
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.cities DROP CONSTRAINT cities_region;

-- - primary key public.regions.regions_pkey
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.regions DROP CONSTRAINT regions_pkey;

-- + primary key public.regions.regions_pkey
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.regions ADD CONSTRAINT regions_pkey PRIMARY KEY (country, code);

-- + foreign key public.cities.cities_region
--   because primary key public.regions.regions_pkey that it needs is replaced
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.cities ADD CONSTRAINT cities_region FOREIGN KEY (country, region_code) REFERENCES public.regions (country, code);

COMMIT;
