-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = app, public;

-- Breaking

BEGIN;

-- → enum app.state → enum app.order_state
--   breaks-clients: clients that use the old name fail
ALTER TYPE app.state RENAME TO order_state;

-- - view app.v
--   breaks-clients: clients that use the view fail
DROP VIEW app.v;

-- - index app.orders.orders_open
--   breaks-clients: queries that use it become slow
DROP INDEX app.orders_open;

-- - check app.orders.orders_state_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE app.orders DROP CONSTRAINT orders_state_check;

-- ~ column app.orders.state
ALTER TABLE app.orders ALTER COLUMN state SET DEFAULT 'new';

-- ~ column app.orders.seen
ALTER TABLE app.orders ALTER COLUMN seen SET DEFAULT '{new}';

-- + check app.orders.orders_state_check
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE app.orders ADD CONSTRAINT orders_state_check CHECK (state <> 'sent');

-- + index app.orders.orders_open
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX orders_open ON app.orders (state) WHERE state = 'new';

-- + view app.v
CREATE VIEW app.v AS
select 'new'::order_state as s, state from orders;

COMMIT;
