-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = w, public;

-- Additive

BEGIN;

-- + column w.t.b
ALTER TABLE w.t ADD COLUMN b integer;

COMMIT;
