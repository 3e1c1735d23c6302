-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.t.own → column public.t.owner
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN own TO owner;

-- - policy public.t.p
--   because column public.t.owner has another name
DROP POLICY p ON public.t;

-- + policy public.t.p
--   because column public.t.owner has another name
CREATE POLICY p ON public.t USING (owner = current_user and id > 0);

COMMIT;
