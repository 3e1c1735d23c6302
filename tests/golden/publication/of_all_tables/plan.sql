-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - publication q
--   breaks-clients: subscriptions that name it fail
DROP PUBLICATION q;

-- + publication q
CREATE PUBLICATION q;

-- + published table public.items.q
ALTER PUBLICATION q ADD TABLE ONLY public.items;

-- - published table public.items.p
--   breaks-clients: subscribers no longer get its changes
ALTER PUBLICATION p DROP TABLE ONLY public.items;

-- - published table public.orders.p
--   breaks-clients: subscribers no longer get its changes
ALTER PUBLICATION p DROP TABLE ONLY public.orders;

-- - publication p
--   breaks-clients: subscriptions that name it fail
DROP PUBLICATION p;

-- + publication p
--   breaks-clients: UPDATE and DELETE of app.log fail: there is no replica identity (by default the primary key)
CREATE PUBLICATION p FOR ALL TABLES;
COMMENT ON PUBLICATION p IS 'as it was';

COMMIT;
