-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ foreign data wrapper checked
--   breaks-clients: what its foreign tables hold is had in another way
ALTER FOREIGN DATA WRAPPER checked NO VALIDATOR;

-- ~ foreign data wrapper unchecked
--   breaks-clients: what its foreign tables hold is had in another way
ALTER FOREIGN DATA WRAPPER unchecked VALIDATOR postgresql_fdw_validator;

-- ~ foreign data wrapper w
--   breaks-clients: what its foreign tables hold is had in another way
ALTER FOREIGN DATA WRAPPER w OPTIONS (SET host 'b', ADD port '5433', DROP dbname);

COMMIT;
