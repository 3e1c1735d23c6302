-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- NOT COMPLETE: secrets are left out; put them, quoted, in the place of each <redacted>, without which psql will stop there
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + subscription s
CREATE SUBSCRIPTION s CONNECTION <redacted> PUBLICATION p, q WITH (connect = false, slot_name = 's');

-- + subscription t
CREATE SUBSCRIPTION t CONNECTION 'host=nowhere.invalid dbname=d' PUBLICATION p WITH (connect = false, slot_name = 'another', two_phase = true, binary = true, streaming = on, disable_on_error = true, synchronous_commit = 'local');
COMMENT ON SUBSCRIPTION t IS 'from elsewhere';

COMMIT;

-- hint: subscription s is made without connecting to the publisher, and is disabled: create its slot 's' on the publisher, then ALTER SUBSCRIPTION s ENABLE and ALTER SUBSCRIPTION s REFRESH PUBLICATION
-- hint: subscription t is made without connecting to the publisher, and is disabled: create its slot 'another' on the publisher, then ALTER SUBSCRIPTION t ENABLE and ALTER SUBSCRIPTION t REFRESH PUBLICATION
