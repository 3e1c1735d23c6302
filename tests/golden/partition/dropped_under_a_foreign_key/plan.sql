-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.parted2.parted2_other_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.parted2 DROP CONSTRAINT parted2_other_fkey;

-- - foreign key public.referring3.referring3_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.referring3 DROP CONSTRAINT referring3_id_fkey;

-- - table public.goes
--   destroys-data: every row of the table is lost
--   may-fail-on-data: a row of public.parted that refers to one of it makes it fail
--   may-fail-on-data: a row of public.referring that refers to one of it makes it fail
--   breaks-clients: clients of public.parted no longer find its rows
--   breaks-clients: clients that use the table fail
ALTER TABLE public.parted DETACH PARTITION public.goes;
DROP TABLE public.goes;

-- - table public.goes_too
--   destroys-data: every row of the table is lost
--   may-fail-on-data: a row of public.parted that refers to one of it makes it fail
--   may-fail-on-data: a row of public.referring that refers to one of it makes it fail
--   breaks-clients: clients of public.deep no longer find its rows
--   breaks-clients: clients that use the table fail
ALTER TABLE public.deep DETACH PARTITION public.goes_too;
DROP TABLE public.goes_too;

-- - table public.part2
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.part2;

-- - table public.part3
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.part3;

-- - table public.parted2
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.parted2;

-- - table public.referring3
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.referring3;

COMMIT;
