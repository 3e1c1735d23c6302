-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = s2, public;

-- Breaking

BEGIN;

-- → table s1.a → table s2.b
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER TABLE s1.a SET SCHEMA s2;
ALTER TABLE s2.a RENAME TO b;

-- → table s1.b → table s2.c
--   breaks-clients: clients that use the old name fail
--   breaks-clients: clients that use the old schema fail
ALTER TABLE s1.b RENAME TO c;
ALTER TABLE s1.c SET SCHEMA s2;

COMMIT;
