-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.i
DROP INDEX public.i;

-- + index public.t.i
--   breaks-clients: subscribers of logical replication see other key columns
CREATE UNIQUE INDEX i ON public.t (b);
ALTER TABLE public.t CLUSTER ON i;
ALTER TABLE public.t REPLICA IDENTITY USING INDEX i;

-- ~ primary key public.t.t_pkey

COMMIT;
