-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + server better
CREATE SERVER better FOREIGN DATA WRAPPER w;

-- + user mapping better.golden_reader
CREATE USER MAPPING FOR golden_reader SERVER better OPTIONS ("user" 'u');

COMMIT;
