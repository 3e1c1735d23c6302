-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + publication everything
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, truncate', publish_via_partition_root = true);

-- + publication nothing
CREATE PUBLICATION nothing;

-- + publication "some"
CREATE PUBLICATION "some";

-- + published table public.items."some"
ALTER PUBLICATION "some" ADD TABLE ONLY public.items;

-- Breaking

-- + publication of_a_schema
--   breaks-clients: UPDATE and DELETE of app.log fail: there is no replica identity (by default the primary key)
CREATE PUBLICATION of_a_schema FOR TABLES IN SCHEMA app, public;
COMMENT ON PUBLICATION of_a_schema IS 'two';

SET search_path = app, public;

-- + published table app.log."some"
--   breaks-clients: UPDATE and DELETE of app.log fail: there is no replica identity (by default the primary key)
ALTER PUBLICATION "some" ADD TABLE ONLY app.log;

SET search_path = public;

-- + published table public.orders."some"
--   breaks-clients: UPDATE and DELETE of public.orders fail: rows are filtered by what is not in the replica identity: note, total
ALTER PUBLICATION "some" ADD TABLE ONLY public.orders (id, total) WHERE (total > 0 and note = 'x');

COMMIT;
