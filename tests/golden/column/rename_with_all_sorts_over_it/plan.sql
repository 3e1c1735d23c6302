-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.cities.code → column public.cities.label
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.cities RENAME COLUMN code TO label;

-- → column public.t.price → column public.t.cost
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN price TO cost;

-- → column public.t.city → column public.t.town
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN city TO town;

-- - view public.prices_again
--   because view public.prices is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.prices_again;

-- - view public.prices
--   breaks-clients: clients that use the view fail
DROP VIEW public.prices;

-- + view public.prices
CREATE VIEW public.prices AS
select id, cost from t where cost > 5;

-- + view public.prices_again
--   because view public.prices is replaced
CREATE VIEW public.prices_again AS
select cost from prices;

COMMIT;
