-- Plan for golden (PostgreSQL 15.20): 1 additive step, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ table public.from_full

-- Breaking

-- ~ table public.to_full
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.to_full REPLICA IDENTITY full;

-- ~ table public.to_nothing
--   breaks-clients: UPDATE and DELETE fail where a publication has them: there is no replica identity (by default the primary key)
ALTER TABLE public.to_nothing REPLICA IDENTITY nothing;

-- ~ primary key public.to_key.to_key_pkey
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.to_key CLUSTER ON to_key_pkey;
ALTER TABLE public.to_key REPLICA IDENTITY USING INDEX to_key_pkey;

-- ~ index public.down.down_a
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.down CLUSTER ON down_a;
ALTER TABLE public.down REPLICA IDENTITY USING INDEX down_a;

-- ~ index public.down.down_b

-- ~ index public.from_full.from_full_a
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.from_full REPLICA IDENTITY USING INDEX from_full_a;

-- ~ index public.to_full.to_full_a

-- ~ index public.to_key.a_first

-- ~ index public.to_nothing.to_nothing_a

-- ~ index public.up.up_b
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.up CLUSTER ON up_b;
ALTER TABLE public.up REPLICA IDENTITY USING INDEX up_b;

-- ~ index public.up.up_a

COMMIT;
