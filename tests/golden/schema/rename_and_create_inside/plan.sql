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

-- + table core.orders
CREATE TABLE core.orders (
  user_id bigint
);
ALTER TABLE core.orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES core.users (id);

-- + column core.users.email
ALTER TABLE core.users ADD COLUMN email text;

COMMIT;
