-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public.printed.p1
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.printed DROP CONSTRAINT p1;

-- + check public.printed.p1
ALTER TABLE public.printed ADD CONSTRAINT p1 CHECK ((v IN ('a', 'b')));

COMMIT;
