-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ unique public.down.down_a
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.down CLUSTER ON down_a;
ALTER TABLE public.down REPLICA IDENTITY USING INDEX down_a;

-- ~ unique public.down.down_b

-- ~ unique public.up.up_b
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.up CLUSTER ON up_b;
ALTER TABLE public.up REPLICA IDENTITY USING INDEX up_b;

-- ~ unique public.up.up_a

COMMIT;
