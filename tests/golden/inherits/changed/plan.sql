-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ column public.base.name
ALTER TABLE public.base ALTER COLUMN name SET DEFAULT 'z'::text;

-- + column public.base.added
ALTER TABLE public.base ADD COLUMN added text DEFAULT 'new';

-- Breaking

-- ~ table public.leaves
--   breaks-clients: clients of public.lone no longer find its rows
ALTER TABLE public.leaves NO INHERIT public.lone;

-- ~ column public.base.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.base ALTER COLUMN id TYPE bigint;

-- + check public.base.base_n_less
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.base ADD CONSTRAINT base_n_less CHECK (n < 100);

-- - check public.base.base_n_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.base DROP CONSTRAINT base_n_check;

-- - column public.base.gone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.base DROP COLUMN gone;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.base;
ANALYZE public.child;
