-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ publication p
--   breaks-clients: subscribers no longer get the changes of their tables
--   breaks-clients: subscribers no longer get each update
--   breaks-clients: changes of partitions reach subscribers under another table's name
ALTER PUBLICATION p DROP TABLES IN SCHEMA app;
ALTER PUBLICATION p ADD TABLES IN SCHEMA public;
ALTER PUBLICATION p SET (publish = 'insert, delete', publish_via_partition_root = true);

-- ~ publication q
--   breaks-clients: subscribers no longer get each update, delete, truncate
ALTER PUBLICATION q SET (publish = 'insert');

SET search_path = app, public;

-- + published table app.log.q
ALTER PUBLICATION q ADD TABLE ONLY app.log;

SET search_path = public;

-- ~ published table public.orders.q
--   breaks-clients: subscribers get other rows or columns of it
ALTER PUBLICATION q DROP TABLE ONLY public.orders;
ALTER PUBLICATION q ADD TABLE ONLY public.orders (id, note) WHERE ((id > 6));

-- - published table public.items.q
--   breaks-clients: subscribers no longer get its changes
ALTER PUBLICATION q DROP TABLE ONLY public.items;

COMMIT;
