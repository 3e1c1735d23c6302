-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = s2, public;

-- Breaking

BEGIN;

-- → function s1.q() → function s2.q()
--   breaks-clients: clients that use the old schema fail
ALTER FUNCTION s1.q() SET SCHEMA s2;

-- → view s1.v → view s2.v
--   breaks-clients: clients that use the old schema fail
ALTER VIEW s1.v SET SCHEMA s2;

-- → view s1.w → view s2.w
--   breaks-clients: clients that use the old schema fail
ALTER VIEW s1.w SET SCHEMA s2;

COMMIT;
