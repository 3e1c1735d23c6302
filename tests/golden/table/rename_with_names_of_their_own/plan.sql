-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.places → table public.attractions
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.places RENAME TO attractions;

-- - view public.view_over_view
--   because view public.place_ids is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.view_over_view;

-- - view public.place_ids
--   breaks-clients: clients that use the view fail
DROP VIEW public.place_ids;

-- + view public.place_ids
CREATE VIEW public.place_ids AS
select id from attractions;

-- + view public.view_over_view
--   because view public.place_ids is replaced
CREATE VIEW public.view_over_view AS
select id from place_ids;

COMMIT;
