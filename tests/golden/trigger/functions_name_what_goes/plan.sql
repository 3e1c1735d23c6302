-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.t.old_name → column public.t.new_name
--   breaks-clients: clients that use the old name fail
--   breaks-clients: the body of function public.keep() seems to name it
ALTER TABLE public.t RENAME COLUMN old_name TO new_name;

-- - column public.t.gone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
--   breaks-clients: the body of function public.note() seems to name it
ALTER TABLE public.t DROP COLUMN gone;

COMMIT;
