-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- NOT COMPLETE: secrets are left out; put them, quoted, in the place of each <redacted>, without which psql will stop there
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ server s
--   breaks-clients: its foreign tables are looked for elsewhere, or otherwise
ALTER SERVER s VERSION '2' OPTIONS (SET host 'b', ADD port '5433', DROP dbname);

-- ~ user mapping s.golden_reader
--   breaks-clients: the server is used as another user, or otherwise
ALTER USER MAPPING FOR golden_reader SERVER s OPTIONS (SET "user" 'v');

-- ~ user mapping s.golden_writer
--   breaks-clients: the server is used as another user, or otherwise
ALTER USER MAPPING FOR golden_writer SERVER s OPTIONS (SET password <redacted>);

COMMIT;
