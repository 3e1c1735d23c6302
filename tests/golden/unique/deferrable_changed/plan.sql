-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - unique public.steps.steps_label
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.steps DROP CONSTRAINT steps_label;

-- - unique public.steps.steps_n
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.steps DROP CONSTRAINT steps_n;

-- + unique public.steps.steps_label
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.steps ADD CONSTRAINT steps_label UNIQUE (plan, label) DEFERRABLE;

-- + unique public.steps.steps_n
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.steps ADD CONSTRAINT steps_n UNIQUE (plan, n) DEFERRABLE;

COMMIT;
