-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
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

-- + view app.v
CREATE VIEW app.v AS
select 'new'::order_state as s, state from orders;

COMMIT;
