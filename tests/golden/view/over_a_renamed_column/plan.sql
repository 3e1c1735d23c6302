-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.people.name → column public.people.full_name
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.people RENAME COLUMN name TO full_name;

-- - view public.changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.changes;

-- + view public.changes
CREATE VIEW public.changes AS
select id, full_name from people;

COMMIT;
