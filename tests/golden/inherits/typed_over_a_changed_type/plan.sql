-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + attribute public.address.land
--   breaks-clients: clients that write a row of the type without it fail
ALTER TYPE public.address ADD ATTRIBUTE land text CASCADE;

-- ~ attribute public.address.zip
--   rewrites-table: every row of the typed tables is written anew
--   blocks-reads: reads and writes of them wait until they are rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type
ALTER TYPE public.address ALTER ATTRIBUTE zip TYPE bigint CASCADE;

-- + index public.people.by_land
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX by_land ON public.people (land);

COMMIT;
