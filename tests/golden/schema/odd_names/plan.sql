-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema "Größe 大"
CREATE SCHEMA "Größe 大";

-- + schema "a'b"
CREATE SCHEMA "a'b";

-- + schema abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk
CREATE SCHEMA abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk;

-- + schema "select"
CREATE SCHEMA "select";

-- Breaking

-- → schema "Old; ""Name""" → schema "New; ""Name"""
--   breaks-clients: clients that use the old name fail
ALTER SCHEMA "Old; ""Name""" RENAME TO "New; ""Name""";

-- - schema "gone '); drop schema public; --"
--   breaks-clients: clients that use the schema fail
DROP SCHEMA "gone '); drop schema public; --"
;

COMMIT;
