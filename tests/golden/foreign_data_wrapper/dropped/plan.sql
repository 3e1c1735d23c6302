-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - user mapping s.public
--   breaks-clients: public can no longer use the server
DROP USER MAPPING FOR PUBLIC SERVER s;

-- - server s
--   breaks-clients: clients that use the server fail
DROP SERVER s;

-- - foreign data wrapper w
--   breaks-clients: servers that use it can't be made any more
DROP FOREIGN DATA WRAPPER w;

COMMIT;
