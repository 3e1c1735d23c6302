-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- NOT COMPLETE: secrets are left out; put them, quoted, in the place of each <redacted>, without which psql will stop there
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + settings database
--   breaks-clients: new sessions start with another search_path
--   breaks-clients: new sessions start with another work_mem
--   breaks-clients: new sessions start with another app.api_key
--   breaks-clients: new sessions start with another app.name
ALTER DATABASE golden SET search_path TO 'app', '$user', 'Odd; schema';
ALTER DATABASE golden SET work_mem TO '8MB';
ALTER DATABASE golden SET app.api_key TO <redacted>;
ALTER DATABASE golden SET app.name TO 'it''s';

-- + settings role golden_reader in database
--   breaks-clients: new sessions start with another statement_timeout
--   breaks-clients: new sessions start with another default_transaction_read_only
ALTER ROLE golden_reader IN DATABASE golden SET statement_timeout TO '5s';
ALTER ROLE golden_reader IN DATABASE golden SET default_transaction_read_only TO 'on';

COMMIT;
