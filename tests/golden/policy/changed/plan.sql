-- Plan for golden (PostgreSQL 15.20): 1 additive step, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- → policy public.t.old_name → policy public.t.new_name
ALTER POLICY old_name ON public.t RENAME TO new_name;

-- Breaking

-- - policy public.t.c
--   breaks-clients: who may see or write which rows changes
DROP POLICY c ON public.t;

-- - policy public.t.d
--   breaks-clients: who may see or write which rows changes
DROP POLICY d ON public.t;

-- - policy public.t.e
--   breaks-clients: who may see or write which rows changes
DROP POLICY e ON public.t;

-- ~ policy public.t.a
--   breaks-clients: who may see or write which rows changes
ALTER POLICY a ON public.t USING ((owner = SESSION_USER));

-- ~ policy public.t.b
--   breaks-clients: who may see or write which rows changes
ALTER POLICY b ON public.t TO pg_monitor, pg_read_all_data;

-- + policy public.t.c
--   breaks-clients: who may see or write which rows changes
CREATE POLICY c ON public.t FOR UPDATE USING (n > 0);

-- + policy public.t.d
--   breaks-clients: who may see or write which rows changes
CREATE POLICY d ON public.t FOR SELECT USING (n > 0);
COMMENT ON POLICY d ON public.t IS 'stays';

-- + policy public.t.e
--   breaks-clients: who may see or write which rows changes
CREATE POLICY e ON public.t AS RESTRICTIVE USING (n > 0);

-- - policy public.t.gone
--   breaks-clients: who may see or write which rows changes
DROP POLICY gone ON public.t;

COMMIT;
