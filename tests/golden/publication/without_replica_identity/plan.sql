-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = app, public;

-- Breaking

BEGIN;

-- + published table app.log.p
--   breaks-clients: UPDATE and DELETE of app.log fail: there is no replica identity (by default the primary key)
ALTER PUBLICATION p ADD TABLE ONLY app.log;

COMMIT;
