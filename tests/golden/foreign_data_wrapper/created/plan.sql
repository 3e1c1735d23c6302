-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + foreign data wrapper "odd; wrapper"
CREATE FOREIGN DATA WRAPPER "odd; wrapper" OPTIONS (debug 'it''s on');
GRANT USAGE ON FOREIGN DATA WRAPPER "odd; wrapper" TO golden_reader;
COMMENT ON FOREIGN DATA WRAPPER "odd; wrapper" IS 'where they are';

-- + foreign data wrapper plain
CREATE FOREIGN DATA WRAPPER plain;

-- + foreign data wrapper with_validator
CREATE FOREIGN DATA WRAPPER with_validator VALIDATOR postgresql_fdw_validator;

COMMIT;
