-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ sequence public.s
--   destroys-data: it starts anew between its new bounds: how far it has counted is lost
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.s INCREMENT BY -1 NO MINVALUE NO MAXVALUE START WITH -1 RESTART;

-- ~ sequence public.up
--   destroys-data: it starts anew between its new bounds: how far it has counted is lost
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.up INCREMENT BY 3 NO MINVALUE NO MAXVALUE START WITH 1 RESTART;

COMMIT;
