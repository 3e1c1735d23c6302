-- Plan for golden (PostgreSQL 15.20): 1 additive step, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema s2
CREATE SCHEMA s2;

SET search_path = s2, public;

-- Breaking

-- → enum s.e → enum s2.e
--   breaks-clients: clients that use the old schema fail
ALTER TYPE s.e SET SCHEMA s2;

-- → function s.f() → function s2.f()
--   breaks-clients: clients that use the old schema fail
ALTER FUNCTION s.f() SET SCHEMA s2;

-- → table s.t → table s2.t
--   breaks-clients: clients that use the old schema fail
ALTER TABLE s.t SET SCHEMA s2;

-- → view s.v → view s2.v
--   breaks-clients: clients that use the old schema fail
ALTER VIEW s.v SET SCHEMA s2;

SET search_path = public;

-- - schema s
--   breaks-clients: clients that use the schema fail
DROP SCHEMA s;

COMMIT;
