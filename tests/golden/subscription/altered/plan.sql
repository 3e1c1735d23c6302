-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- NOT COMPLETE: secrets are left out; put them, quoted, in the place of each <redacted>, without which psql will stop there
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ subscription s
ALTER SUBSCRIPTION s SET (disable_on_error = true);

-- Breaking

-- ~ subscription t
--   breaks-clients: its changes come from another place, or by another way
--   breaks-clients: it follows other tables; run ALTER SUBSCRIPTION … REFRESH PUBLICATION once the publisher can be reached
--   breaks-clients: it goes on from another slot, and the old one stays where it is
ALTER SUBSCRIPTION t CONNECTION <redacted>;
ALTER SUBSCRIPTION t SET PUBLICATION q, r WITH (refresh = false);
ALTER SUBSCRIPTION t SET (slot_name = 's3');
ALTER SUBSCRIPTION t SET (binary = true);

COMMIT;
