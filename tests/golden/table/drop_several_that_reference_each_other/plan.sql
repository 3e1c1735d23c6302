-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.a.a_b
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.a DROP CONSTRAINT a_b;

-- - foreign key public.b.b_a_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.b DROP CONSTRAINT b_a_id_fkey;

-- - table public.a
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.a;

-- - table public.b
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.b;

COMMIT;
