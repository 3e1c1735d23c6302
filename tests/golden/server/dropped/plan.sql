-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - user mapping gone.golden_reader
--   breaks-clients: golden_reader can no longer use the server
DROP USER MAPPING FOR golden_reader SERVER gone;

-- - user mapping s.golden_reader
--   breaks-clients: golden_reader can no longer use the server
DROP USER MAPPING FOR golden_reader SERVER s;

-- - server gone
--   breaks-clients: clients that use the server fail
DROP SERVER gone;

COMMIT;
