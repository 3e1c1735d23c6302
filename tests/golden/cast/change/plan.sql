-- Plan for golden (PostgreSQL 15.20): 1 additive step, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- - comment on cast (xml as json)
COMMENT ON CAST (xml as json) IS NULL;

-- Breaking

-- - cast (xml as json)
--   breaks-clients: queries that use the cast fail
DROP CAST (xml as json);

-- + cast (xml as json)
CREATE CAST (xml as json) WITHOUT FUNCTION;

-- - cast (json as xml)
--   breaks-clients: queries that use the cast fail
DROP CAST (json as xml);

COMMIT;
