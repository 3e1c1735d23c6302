-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ owner of schema app
--   breaks-clients: golden_owner may then do with it what it likes, postgres only what is granted to it
ALTER SCHEMA app OWNER TO golden_owner;

SET search_path = app, public;

-- ~ owner of enum app.mood
--   breaks-clients: golden_owner may then do with it what it likes, postgres only what is granted to it
ALTER TYPE app.mood OWNER TO golden_owner;

-- ~ owner of sequence app.numbers
--   breaks-clients: golden_owner may then do with it what it likes, postgres only what is granted to it
ALTER SEQUENCE app.numbers OWNER TO golden_owner;

-- ~ owner of table app.t
--   breaks-clients: golden_owner may then do with it what it likes, postgres only what is granted to it
ALTER TABLE app.t OWNER TO golden_owner;

-- ~ owner of view app.v
--   breaks-clients: golden_writer may then do with it what it likes, postgres only what is granted to it
ALTER VIEW app.v OWNER TO golden_writer;

COMMIT;
