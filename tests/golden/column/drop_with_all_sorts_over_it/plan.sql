-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 12 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - foreign key public.r.r_a_b_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.r DROP CONSTRAINT r_a_b_fkey;

-- - foreign key public.t.t_city_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.t DROP CONSTRAINT t_city_id_fkey;

-- - index public.t.t_b
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_b;

-- - index public.t.t_b_a
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_b_a;

-- - index public.t.t_b_include
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_b_include;

-- - index public.t.t_sum
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_sum;

-- - check public.t.t_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT t_check;

-- - unique public.t.a_b
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.t DROP CONSTRAINT a_b;

-- - column public.t.city_id
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN city_id;

-- - column public.t.twice
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN twice;

-- - column public.t.a
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN a;

COMMIT;
