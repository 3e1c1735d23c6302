-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ primary key public.a_on.a_on_pkey
ALTER TABLE public.a_on CLUSTER ON a_on_pkey;
ALTER TABLE public.a_on REPLICA IDENTITY USING INDEX a_on_pkey;

-- ~ primary key public.b_off.b_off_pkey
ALTER TABLE public.b_off SET WITHOUT CLUSTER;
ALTER TABLE public.b_off REPLICA IDENTITY DEFAULT;

COMMIT;
