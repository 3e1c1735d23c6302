-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ settings database
--   breaks-clients: new sessions start with another search_path
--   breaks-clients: new sessions start with another lock_timeout
ALTER DATABASE golden SET search_path TO 'public', 'app';
ALTER DATABASE golden SET lock_timeout TO '3s';

COMMIT;
