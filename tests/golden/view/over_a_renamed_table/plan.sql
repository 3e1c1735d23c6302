-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.people → table public.contacts
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.people RENAME TO contacts;

-- - view public.names
--   breaks-clients: clients that use the view fail
DROP VIEW public.names;

-- - view public.short
--   breaks-clients: clients that use the view fail
DROP VIEW public.short;

-- + view public.names
CREATE VIEW public.names AS
select c.id, c.name from contacts c where c.name <> '';

-- + view public.short
CREATE VIEW public.short AS
select id from contacts;

COMMIT;
