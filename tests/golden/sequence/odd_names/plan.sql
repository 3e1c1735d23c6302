-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + sequence public."select"
CREATE SEQUENCE public."select";

-- ~ sequence public."select"
ALTER SEQUENCE public."select" OWNED BY public."Table; x"."Col ""n""";

-- Breaking

-- → sequence public."Old.Name" → sequence public."New.""Name"".seq"
--   breaks-clients: clients that use the old name fail
ALTER SEQUENCE public."Old.Name" RENAME TO "New.""Name"".seq";

-- ~ sequence public."New.""Name"".seq"
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public."New.""Name"".seq" CACHE 2;

-- - sequence public."gone'; select 1; --"
--   destroys-data: how far the sequence has counted is lost
DROP SEQUENCE public."gone'; select 1; --"
;

COMMIT;
