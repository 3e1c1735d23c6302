-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ domain public.code
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER DOMAIN public.code RENAME TO code_plumb_old;
CREATE DOMAIN public.code AS integer NOT NULL
  CONSTRAINT code_positive CHECK (value > 0);
ALTER TABLE public.t ALTER COLUMN codes TYPE public.code[];
DROP DOMAIN public.code_plumb_old;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
