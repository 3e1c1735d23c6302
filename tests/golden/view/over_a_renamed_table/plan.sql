-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.people → table public.contacts
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.people RENAME TO contacts;

-- ~ view public.names
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.names AS
SELECT c.id,
    c.name
   FROM contacts c
  WHERE (c.name <> ''::text);

COMMIT;
