-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ enum public.size
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients that sort or compare by it meet another order
ALTER TYPE public.size RENAME TO size_plumb_old;
CREATE TYPE public.size AS ENUM ('small', 'middle', 'large');
ALTER TABLE public.shirts ALTER COLUMN size DROP DEFAULT, ALTER COLUMN size TYPE public.size USING size::text::public.size, ALTER COLUMN size SET DEFAULT 'small'::size;
DROP TYPE public.size_plumb_old;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.shirts;
