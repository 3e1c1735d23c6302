-- Plan for golden (PostgreSQL 15.20): 1 additive step, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + transform for numeric language plpgsql
CREATE TRANSFORM for numeric language plpgsql (FROM SQL WITH FUNCTION dsimple_init(internal));

-- Breaking

-- ~ transform for integer language plpgsql
--   breaks-clients: functions of the language meet other values of the type
CREATE OR REPLACE TRANSFORM for integer language plpgsql (FROM SQL WITH FUNCTION dispell_init(internal));

-- + comment on transform for integer language plpgsql
COMMENT ON TRANSFORM for integer language plpgsql IS 'changed';

-- - transform for text language plpgsql
--   breaks-clients: functions of the language meet other values of the type
DROP TRANSFORM for text language plpgsql;

COMMIT;
