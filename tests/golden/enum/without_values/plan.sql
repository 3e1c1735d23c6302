-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

-- ~ enum public.gains
ALTER TYPE public.gains ADD VALUE 'a';
ALTER TYPE public.gains ADD VALUE 'b' AFTER 'a';

BEGIN;

-- + enum public.new
CREATE TYPE public.new AS ENUM ();
COMMENT ON TYPE public.new IS 'values come later';

-- + column public.t.n
ALTER TABLE public.t ADD COLUMN n new;

-- Breaking

-- ~ enum public.loses
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.loses RENAME TO loses_plumb_old;
CREATE TYPE public.loses AS ENUM ();
ALTER TABLE public.t ALTER COLUMN l TYPE public.loses USING l::text::public.loses;
DROP TYPE public.loses_plumb_old;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
