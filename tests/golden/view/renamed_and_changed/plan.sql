-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → view public.old_name → view public.new_name
--   breaks-clients: clients that use the old name fail
ALTER VIEW public.old_name RENAME TO new_name;

-- ~ view public.new_name
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.new_name AS
SELECT t.id,
    t.a
   FROM t;

COMMIT;
