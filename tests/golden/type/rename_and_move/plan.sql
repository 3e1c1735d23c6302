-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = types, public;

-- Breaking

BEGIN;

-- → type app.address → type types.place
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER TYPE app.address SET SCHEMA types;
ALTER TYPE types.address RENAME TO place;

-- → attribute types.place.street → attribute types.place.road
--   breaks-clients: clients that use the old name fail
ALTER TYPE types.place RENAME ATTRIBUTE street TO road;

COMMIT;
