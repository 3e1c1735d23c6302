-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.b_child.b_child_parent_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.b_child DROP CONSTRAINT b_child_parent_id_fkey;

-- - foreign key public.c_grandchild.c_grandchild_child_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c_grandchild DROP CONSTRAINT c_grandchild_child_id_fkey;

-- - foreign key public.c_grandchild.c_grandchild_parent_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c_grandchild DROP CONSTRAINT c_grandchild_parent_id_fkey;

-- - foreign key public.kept.kept_parent_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.kept DROP CONSTRAINT kept_parent_id_fkey;

-- - table public.a_parent
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.a_parent;

-- - table public.b_child
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.b_child;

-- - table public.c_grandchild
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.c_grandchild;

COMMIT;
