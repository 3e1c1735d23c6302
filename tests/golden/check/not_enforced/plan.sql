-- Plan for golden (PostgreSQL 18.4): 1 additive step, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + check public.t.added
ALTER TABLE public.t ADD CONSTRAINT added CHECK (a < b) NOT ENFORCED;

-- Breaking

-- - check public.t.checked
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT checked;

-- - check public.t.off
ALTER TABLE public.t DROP CONSTRAINT off;

-- + check public.t.checked
ALTER TABLE public.t ADD CONSTRAINT checked CHECK (b > 0) NOT ENFORCED;

-- + check public.t.off
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT off CHECK (a > 0);

COMMIT;
