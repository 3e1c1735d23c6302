-- Plan for golden (PostgreSQL 15.20): 1 additive step, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.fresh
CREATE TABLE public.fresh (
  id integer NOT NULL,
  parent_id integer,
  CONSTRAINT fresh_pkey PRIMARY KEY (id)
);
ALTER TABLE public.fresh ADD CONSTRAINT fresh_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.fresh (id) ON DELETE SET NULL;

-- Breaking

-- + foreign key public.altered.altered_parent_id_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.altered ADD CONSTRAINT altered_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.altered (id) ON DELETE CASCADE;

-- - foreign key public.altered.altered_boss
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.altered DROP CONSTRAINT altered_boss;

-- - table public.dropped
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.dropped;

COMMIT;

-- likely rename: table public.dropped goes and table public.fresh comes, alike: if it is a rename, say `renamed_from: dropped`
