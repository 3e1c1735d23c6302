-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- - policy public.a.reads_b
DROP POLICY reads_b ON public.a;

-- - policy public.b.reads_a
DROP POLICY reads_a ON public.b;

-- Breaking

-- - rule public.a.to_b
--   breaks-clients: statements that it rewrote are carried out as they stand
DROP RULE to_b ON public.a;

-- - rule public.b.to_a
--   breaks-clients: statements that it rewrote are carried out as they stand
DROP RULE to_a ON public.b;

-- - view public.of_a
--   breaks-clients: clients that use the view fail
DROP VIEW public.of_a;

-- - view public.of_b
--   breaks-clients: clients that use the view fail
DROP VIEW public.of_b;

-- - table public.a
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.a;

-- - table public.b
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.b;

COMMIT;
