-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ primary key public.a_on.a_on_pkey
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.a_on CLUSTER ON a_on_pkey;
ALTER TABLE public.a_on REPLICA IDENTITY USING INDEX a_on_pkey;

-- ~ primary key public.b_off.b_off_pkey
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.b_off SET WITHOUT CLUSTER;
ALTER TABLE public.b_off REPLICA IDENTITY DEFAULT;

COMMIT;
