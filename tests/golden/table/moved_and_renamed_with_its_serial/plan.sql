-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = core, public;

-- Breaking

BEGIN;

-- → table app.t → table core.u
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER TABLE app.t SET SCHEMA core;
ALTER TABLE core.t RENAME TO u;

SET search_path = app, public;

-- → function app.g(core.u) → function app.h(core.u)
--   breaks-clients: clients that use the old name fail
ALTER FUNCTION app.g(core.u) RENAME TO h;

SET search_path = core, public;

-- → function app.f(core.u) → function core.f(u)
--   breaks-clients: clients that use the old schema fail
ALTER FUNCTION app.f(core.u) SET SCHEMA core;

-- → sequence core.t_id_seq → sequence core.u_id_seq
--   breaks-clients: clients that use the old name fail
ALTER SEQUENCE core.t_id_seq RENAME TO u_id_seq;

-- → primary key core.u.t_pkey → primary key core.u.u_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE core.u RENAME CONSTRAINT t_pkey TO u_pkey;

COMMIT;
