-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.by_all
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.by_all REPLICA IDENTITY full;

-- ~ unique public.by_all.by_all_b_key

-- ~ column public.by_all.b
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.by_all ALTER COLUMN b DROP NOT NULL;

-- ~ unique public.by_default.by_default_b_key
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.by_default REPLICA IDENTITY DEFAULT;

-- ~ column public.by_default.b
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.by_default ALTER COLUMN b DROP NOT NULL;

-- ~ index public.by_another.by_another_b
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.by_another REPLICA IDENTITY USING INDEX by_another_b;

-- ~ index public.by_another.by_another_a

-- ~ column public.by_another.a
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.by_another ALTER COLUMN a DROP NOT NULL;

-- - index public.by_none.by_none_b
--   breaks-clients: UPDATE and DELETE fail where a publication has them: there is no replica identity (by default the primary key)
ALTER TABLE public.by_none REPLICA IDENTITY DEFAULT;
DROP INDEX public.by_none_b;

-- ~ column public.by_none.b
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.by_none ALTER COLUMN b DROP NOT NULL;

COMMIT;
