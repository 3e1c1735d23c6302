-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + access method pile
CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;
COMMENT ON ACCESS METHOD pile IS 'a heap by another name';

-- + access method tree
CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;

-- + table public.t
CREATE TABLE public.t (
  a integer
) USING pile;

COMMIT;
