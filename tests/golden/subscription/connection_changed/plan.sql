-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- NOT COMPLETE: secrets are left out; put them, quoted, in the place of each <redacted>, without which psql will stop there
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ subscription gone
--   breaks-clients: its changes come from another place, or by another way
--   breaks-clients: its password goes: none is declared for where it connects to now
ALTER SUBSCRIPTION gone CONNECTION 'host=elsewhere.invalid dbname=d';

-- ~ subscription kept
--   breaks-clients: its changes come from another place, or by another way
ALTER SUBSCRIPTION kept CONNECTION <redacted>;

COMMIT;
