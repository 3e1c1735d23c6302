-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- → operator class public.oc using btree → operator class public.oc2 using btree
ALTER OPERATOR CLASS public.oc using btree RENAME TO oc2;

-- - comment on operator class public.oc2 using btree
COMMENT ON OPERATOR CLASS public.oc2 using btree IS NULL;

-- Breaking

-- → enum public.e → enum public.e2
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.e RENAME TO e2;

-- → table public.t → table public.t2
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME TO t2;

-- → primary key public.t2.t_pkey → primary key public.t2.t2_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.t2 RENAME CONSTRAINT t_pkey TO t2_pkey;

-- ~ column public.t2.id
--   breaks-clients: clients that use its sequence by the old name fail
ALTER SEQUENCE public.t_id_seq RENAME TO t2_id_seq;

-- - comment on cast (e2 as ct)
COMMENT ON CAST (e2 as ct) IS NULL;

-- - comment on identity sequence public.t2_id_seq
COMMENT ON SEQUENCE public.t2_id_seq IS NULL;

COMMIT;
