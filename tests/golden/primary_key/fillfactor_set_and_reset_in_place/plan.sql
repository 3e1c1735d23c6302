-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ primary key public.cold.cold_pkey
ALTER INDEX public.cold_pkey RESET (fillfactor);

-- ~ primary key public.hot.hot_pkey
ALTER INDEX public.hot_pkey SET (fillfactor=70);

COMMIT;
