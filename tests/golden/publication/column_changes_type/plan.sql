-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - published table public.orders.p
--   because the type of column public.orders.id changes
--   breaks-clients: subscribers no longer get its changes
ALTER PUBLICATION p DROP TABLE ONLY public.orders;

-- ~ column public.orders.id
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.orders ALTER COLUMN id TYPE bigint;

-- + published table public.orders.p
--   because the type of column public.orders.id changes
ALTER PUBLICATION p ADD TABLE ONLY public.orders WHERE (id > 0);

COMMIT;
