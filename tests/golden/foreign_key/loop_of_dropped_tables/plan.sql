-- Plan for golden (PostgreSQL 15.20): 1 additive step, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.other
CREATE TABLE public.other (
  id integer
);

-- Breaking

-- - foreign key public.a.a_b_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.a DROP CONSTRAINT a_b_id_fkey;

-- - foreign key public.b.b_a_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.b DROP CONSTRAINT b_a_id_fkey;

-- - foreign key public.x.x_z_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.x DROP CONSTRAINT x_z_id_fkey;

-- - foreign key public.y.y_x_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.y DROP CONSTRAINT y_x_id_fkey;

-- - foreign key public.z.z_y_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.z DROP CONSTRAINT z_y_id_fkey;

-- - table public.a
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.a;

-- - table public.b
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.b;

-- - table public.x
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.x;

-- - table public.y
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.y;

-- - table public.z
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.z;

COMMIT;
