-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = s2, public;

-- Breaking

BEGIN;

-- → enum s1.e → enum s2.e1
--   breaks-clients: clients that use the old name fail
--   breaks-clients: clients that use the old schema fail
ALTER TYPE s1.e RENAME TO e1;
ALTER TYPE s1.e1 SET SCHEMA s2;

-- → function s1.f() → function s2.f1()
--   breaks-clients: clients that use the old name fail
--   breaks-clients: clients that use the old schema fail
ALTER FUNCTION s1.f() RENAME TO f1;
ALTER FUNCTION s1.f1() SET SCHEMA s2;

-- → table s1.a → table s2.b
--   breaks-clients: clients that use the old name fail
--   breaks-clients: clients that use the old schema fail
ALTER TABLE s1.a RENAME TO b;
ALTER TABLE s1.b SET SCHEMA s2;

-- → view s1.v → view s2.v1
--   breaks-clients: clients that use the old name fail
--   breaks-clients: clients that use the old schema fail
ALTER VIEW s1.v RENAME TO v1;
ALTER VIEW s1.v1 SET SCHEMA s2;

COMMIT;
