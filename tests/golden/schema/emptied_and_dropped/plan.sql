-- Plan for golden (PostgreSQL 15.20): 1 additive step, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
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

-- - view s2.v
--   because schema s is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW s2.v;

-- - function s2.f()
--   because schema s is dropped
--   breaks-clients: clients that call it fail
DROP FUNCTION s2.f();

SET search_path = public;

-- - schema s
--   breaks-clients: clients that use the schema fail
DROP SCHEMA s;

SET search_path = s2, public;

-- + function s2.f()
--   because schema s is dropped
CREATE FUNCTION s2.f() RETURNS integer LANGUAGE sql
AS $$select 1$$;

-- + view s2.v
--   because schema s is dropped
CREATE VIEW s2.v AS
select id from t;

COMMIT;
