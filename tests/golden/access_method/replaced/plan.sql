-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - access method tree
--   breaks-clients: what is built by the access method fails
DROP ACCESS METHOD tree;

-- + access method tree
CREATE ACCESS METHOD tree TYPE INDEX HANDLER hashhandler;

COMMIT;
