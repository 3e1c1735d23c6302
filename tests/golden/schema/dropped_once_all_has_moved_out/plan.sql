-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = d, public;

-- Breaking

BEGIN;

-- → function s.f(text) → function d.f(text)
--   breaks-clients: clients that use the old schema fail
ALTER FUNCTION s.f(text) SET SCHEMA d;

-- → aggregate s.ag(integer) → aggregate d.ag(integer)
--   breaks-clients: clients that use the old schema fail
ALTER AGGREGATE s.ag(integer) SET SCHEMA d;

-- → table s.w → table d.w
--   breaks-clients: clients that use the old schema fail
ALTER TABLE s.w SET SCHEMA d;

-- → view s.v → view d.v
--   breaks-clients: clients that use the old schema fail
ALTER VIEW s.v SET SCHEMA d;

-- → materialized view s.m → materialized view d.m
--   breaks-clients: clients that use the old schema fail
ALTER MATERIALIZED VIEW s.m SET SCHEMA d;

SET search_path = public;

-- - schema public
--   breaks-clients: clients that use the schema fail
DROP SCHEMA public;

-- - schema s
--   breaks-clients: clients that use the schema fail
DROP SCHEMA s;

COMMIT;
