-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → schema app → schema core
--   breaks-clients: clients that use the old name fail
ALTER SCHEMA app RENAME TO core;

SET search_path = core, public;

-- - view core.parts_on
--   breaks-clients: clients that use the view fail
DROP VIEW core.parts_on;

-- + view core.parts_on
CREATE VIEW core.parts_on AS
select id from parts where state = 'on';

COMMIT;
