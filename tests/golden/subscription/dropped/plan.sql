-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - subscription s
--   breaks-clients: its tables get no more changes from the publisher
--   breaks-clients: its slot s stays on the publisher and keeps the write-ahead log there: drop it with pg_drop_replication_slot
ALTER SUBSCRIPTION s DISABLE;
ALTER SUBSCRIPTION s SET (slot_name = NONE);
DROP SUBSCRIPTION s;

-- - subscription t
--   breaks-clients: its tables get no more changes from the publisher
DROP SUBSCRIPTION t;

COMMIT;
