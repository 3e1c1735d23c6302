-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - settings database
--   breaks-clients: new sessions start with another search_path
ALTER DATABASE golden RESET search_path;

-- - settings role golden_reader in database
--   breaks-clients: new sessions start with another work_mem
ALTER ROLE golden_reader IN DATABASE golden RESET work_mem;

COMMIT;
