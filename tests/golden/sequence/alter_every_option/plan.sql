-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ sequence public.s_all
--   blocks-writes: nextval waits until the transaction commits
--   may-fail-on-data: fails if the last value is outside the new bounds
ALTER SEQUENCE public.s_all AS integer INCREMENT BY 3 MINVALUE 3 MAXVALUE 30000 START WITH 30 CACHE 7 NO CYCLE;
ALTER SEQUENCE public.s_all SET UNLOGGED;

-- ~ sequence public.s_cache
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.s_cache CACHE 1;

-- ~ sequence public.s_cycle
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.s_cycle CYCLE;

-- ~ sequence public.s_increment
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.s_increment INCREMENT BY 10;

-- ~ sequence public.s_logged
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.s_logged SET LOGGED;

-- ~ sequence public.s_max
--   blocks-writes: nextval waits until the transaction commits
--   may-fail-on-data: fails if the last value is outside the new bounds
ALTER SEQUENCE public.s_max MAXVALUE 5000;

-- ~ sequence public.s_min
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.s_min MINVALUE 2;

-- ~ sequence public.s_start
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.s_start START WITH 20;

-- ~ sequence public.s_unlogged
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.s_unlogged SET UNLOGGED;

COMMIT;
