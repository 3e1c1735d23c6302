-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → schema shop → schema store
--   breaks-clients: clients that use the old name fail
ALTER SCHEMA shop RENAME TO store;

SET search_path = store, public;

-- → enum store.mood → enum store.state
--   breaks-clients: clients that use the old name fail
ALTER TYPE store.mood RENAME TO state;

-- → sequence store.seq → sequence store.numbers
--   breaks-clients: clients that use the old name fail
ALTER SEQUENCE store.seq RENAME TO numbers;

-- → table store.t → table store.things
--   breaks-clients: clients that use the old name fail
ALTER TABLE store.t RENAME TO things;

-- → column store.things.a → column store.things.amount
--   breaks-clients: clients that use the old name fail
ALTER TABLE store.things RENAME COLUMN a TO amount;

-- → primary key store.things.k → primary key store.things.things_key
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE store.things RENAME CONSTRAINT k TO things_key;

-- → check store.things.c → check store.things.things_amount
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE store.things RENAME CONSTRAINT c TO things_amount;

-- → index store.things.i → index store.things.things_index
ALTER INDEX store.i RENAME TO things_index;

-- → view store.v → view store.w
--   breaks-clients: clients that use the old name fail
ALTER VIEW store.v RENAME TO w;

COMMIT;
