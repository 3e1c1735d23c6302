-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.items → table public.things
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.items RENAME TO things;

-- → column public.orders.note → column public.orders.remark
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.orders RENAME COLUMN note TO remark;

-- → primary key public.things.items_pkey → primary key public.things.things_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.things RENAME CONSTRAINT items_pkey TO things_pkey;

-- → publication p → publication q
--   breaks-clients: subscriptions that name it fail
ALTER PUBLICATION p RENAME TO q;

COMMIT;
