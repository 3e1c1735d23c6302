-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + unique public.t.t_id_key
--   because index public.t.ri becomes its index
--   breaks-clients: UPDATE and DELETE fail where a publication has them: there is no replica identity (by default the primary key)
ALTER TABLE public.t ADD CONSTRAINT t_id_key UNIQUE USING INDEX ri;
ALTER TABLE public.t SET WITHOUT CLUSTER;
ALTER TABLE public.t REPLICA IDENTITY DEFAULT;

COMMIT;
