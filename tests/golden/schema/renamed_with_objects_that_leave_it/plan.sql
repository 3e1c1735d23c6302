-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → schema s1 → schema s1b
--   breaks-clients: clients that use the old name fail
ALTER SCHEMA s1 RENAME TO s1b;

SET search_path = s1b, public;

-- → table s1b.l → table s1b.m
--   breaks-clients: clients that use the old name fail
ALTER TABLE s1b.l RENAME TO m;

SET search_path = s2, public;

-- → table s1b.k → table s2.k
--   breaks-clients: clients that use the old schema fail
ALTER TABLE s1b.k SET SCHEMA s2;

COMMIT;
