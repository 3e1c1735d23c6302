-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = s2, public;

-- Breaking

BEGIN;

-- → enum s1.e → enum s2.e
--   breaks-clients: clients that use the old schema fail
ALTER TYPE s1.e SET SCHEMA s2;

SET search_path = s1, public;

-- → function s1.h(s2.e) → function s1.h2(s2.e)
--   breaks-clients: clients that use the old name fail
ALTER FUNCTION s1.h(s2.e) RENAME TO h2;

SET search_path = s2, public;

-- → function s1.g(s2.e) → function s2.g2(e)
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER FUNCTION s1.g(s2.e) SET SCHEMA s2;
ALTER FUNCTION s2.g(s2.e) RENAME TO g2;

COMMIT;
