-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = s2, public;

-- Breaking

BEGIN;

-- → function s1.f() → function s2.f2()
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER FUNCTION s1.f() SET SCHEMA s2;
ALTER FUNCTION s2.f() RENAME TO f2;

-- → function s1.g() → function s2.g2()
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER FUNCTION s1.g() SET SCHEMA s2;
ALTER FUNCTION s2.g() RENAME TO g2;

-- → sequence s1.sq → sequence s2.sq2
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER SEQUENCE s1.sq SET SCHEMA s2;
ALTER SEQUENCE s2.sq RENAME TO sq2;

-- → table s1.a → table s2.a2
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER TABLE s1.a SET SCHEMA s2;
ALTER TABLE s2.a RENAME TO a2;

-- → view s1.v → view s2.v2
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER VIEW s1.v SET SCHEMA s2;
ALTER VIEW s2.v RENAME TO v2;

-- → view s1.w → view s2.w2
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER VIEW s1.w SET SCHEMA s2;
ALTER VIEW s2.w RENAME TO w2;

-- → materialized view s1.m → materialized view s2.m2
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER MATERIALIZED VIEW s1.m SET SCHEMA s2;
ALTER MATERIALIZED VIEW s2.m RENAME TO m2;

-- ~ function s2.g2()
CREATE OR REPLACE FUNCTION s2.g2() RETURNS integer LANGUAGE sql
BEGIN ATOMIC
 SELECT v2.i
    FROM v2;
END;

COMMIT;
