-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.own.of_its_own
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.own DROP CONSTRAINT of_its_own;

-- - table public.own
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.own;

-- - table public.parted_1
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.parted_1;

-- - foreign key public.parted.parted_a_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.parted DROP CONSTRAINT parted_a_fkey;

-- - table public.parted
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.parted;

-- - table public.referenced
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.referenced;

COMMIT;
