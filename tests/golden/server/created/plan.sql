-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- NOT COMPLETE: secrets are left out; put them, quoted, in the place of each <redacted>, without which psql will stop there
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + extension postgres_fdw
CREATE EXTENSION postgres_fdw;

-- + server films
CREATE SERVER films VERSION '15' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'db.example.com', dbname 'films');
GRANT USAGE ON FOREIGN SERVER films TO golden_reader;
COMMENT ON SERVER films IS 'films of all the world';

-- + user mapping films.golden_reader
CREATE USER MAPPING FOR golden_reader SERVER films OPTIONS ("user" 'films_reader', password <redacted>);

-- + user mapping films.public
CREATE USER MAPPING FOR PUBLIC SERVER films;

COMMIT;
