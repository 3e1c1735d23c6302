-- Plan for golden (PostgreSQL 15.20): 1 additive step, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = app, public;

-- Additive

BEGIN;

-- + conversion app.latin
CREATE DEFAULT CONVERSION app.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
COMMENT ON CONVERSION app.latin IS 'to Unicode';

SET search_path = public;

-- Breaking

-- → conversion public.unnamed → conversion public.named
--   breaks-clients: clients that use the old name fail
ALTER CONVERSION public.unnamed RENAME TO named;

-- - conversion public.changed
--   breaks-clients: clients of the other encoding may fail to connect
DROP CONVERSION public.changed;

-- + conversion public.changed
CREATE CONVERSION public.changed FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- - conversion public.gone
--   breaks-clients: clients of the other encoding may fail to connect
DROP CONVERSION public.gone;

COMMIT;
