-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.old_name → table public.new_name
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.old_name RENAME TO new_name;

-- → column public.new_name.b → column public.new_name.c
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.new_name RENAME COLUMN b TO c;

-- → index public.new_name.old_index → index public.new_name.new_index
ALTER INDEX public.old_index RENAME TO new_index;

-- - comment on table public.new_name
COMMENT ON TABLE public.new_name IS NULL;

-- - comment on column public.new_name.a
COMMENT ON COLUMN public.new_name.a IS NULL;

-- - comment on index public.new_name.new_index
COMMENT ON INDEX public.new_index IS NULL;

COMMIT;
