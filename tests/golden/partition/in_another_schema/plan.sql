-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = a, public;

-- Additive

BEGIN;

-- + column a.p.added
ALTER TABLE a.p ADD COLUMN added mood DEFAULT 'y';

SET search_path = b, public;

-- + table b.d
CREATE TABLE b.d PARTITION OF a.p FOR VALUES IN (2);
ALTER TABLE b.d ALTER COLUMN m SET DEFAULT 'y';

COMMIT;
