-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema travel
CREATE SCHEMA travel;

SET search_path = travel, public;

-- Breaking

-- → table app.places → table travel.places
--   breaks-clients: clients that use the old schema fail
ALTER TABLE app.places SET SCHEMA travel;

COMMIT;
