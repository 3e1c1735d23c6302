-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- NOT COMPLETE: secrets are left out; put them, quoted, in the place of each <redacted>, without which psql will stop there
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - user mapping s.golden_reader
--   because server s is replaced
--   breaks-clients: golden_reader can no longer use the server
DROP USER MAPPING FOR golden_reader SERVER s;

-- - server s
--   breaks-clients: clients that use the server fail
DROP SERVER s;

-- + server s
CREATE SERVER s TYPE 'new' FOREIGN DATA WRAPPER w;
ALTER SERVER s OWNER TO golden_owner;
GRANT USAGE ON FOREIGN SERVER s TO golden_reader;
COMMENT ON SERVER s IS 'as it was';

-- + user mapping s.golden_reader
--   because server s is replaced
CREATE USER MAPPING FOR golden_reader SERVER s OPTIONS ("user" 'u', password <redacted>);

COMMIT;
