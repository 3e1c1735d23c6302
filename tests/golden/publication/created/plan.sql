-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + publication everything
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, truncate', publish_via_partition_root = true);

-- + publication nothing
CREATE PUBLICATION nothing;

-- + publication of_a_schema
CREATE PUBLICATION of_a_schema FOR TABLES IN SCHEMA app, public;
COMMENT ON PUBLICATION of_a_schema IS 'two';

-- + publication "some"
CREATE PUBLICATION "some";

-- + published table public.items."some"
ALTER PUBLICATION "some" ADD TABLE ONLY public.items;

-- + published table public.orders."some"
ALTER PUBLICATION "some" ADD TABLE ONLY public.orders (id, total) WHERE (total > 0 and note = 'x');

SET search_path = app, public;

-- Breaking

-- + published table app.log."some"
--   breaks-clients: UPDATE and DELETE of the table fail: it has no primary key and no replica identity
ALTER PUBLICATION "some" ADD TABLE ONLY app.log;

COMMIT;
