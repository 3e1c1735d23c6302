-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - primary key public.logs.logs_pkey
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.logs DROP CONSTRAINT logs_pkey;

-- - primary key public.marks.marks_pkey
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.marks DROP CONSTRAINT marks_pkey;

-- ~ column public.marks.id
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.marks ALTER COLUMN id DROP NOT NULL;

COMMIT;
