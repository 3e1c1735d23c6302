-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.books → table public.works
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.books RENAME TO works;

-- → table public.authors → table public.writers
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.authors RENAME TO writers;

-- → column public.works.land → column public.works.nation
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.works RENAME COLUMN land TO nation;

-- → column public.works.author → column public.works.writer_id
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.works RENAME COLUMN author TO writer_id;

-- → column public.writers.country → column public.writers.nation
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.writers RENAME COLUMN country TO nation;

-- → column public.writers.id → column public.writers.writer_id
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.writers RENAME COLUMN id TO writer_id;

COMMIT;
