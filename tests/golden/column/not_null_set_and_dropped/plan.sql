-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.empty.a
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.empty ALTER COLUMN a SET NOT NULL;

-- ~ column public.empty.b
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.empty ALTER COLUMN b DROP NOT NULL;

-- ~ column public.t.a
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- ~ column public.t.b
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;

COMMIT;
