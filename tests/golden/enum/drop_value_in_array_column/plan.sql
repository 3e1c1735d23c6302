-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ enum public.tag
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.tag RENAME TO tag_plumb_old;
CREATE TYPE public.tag AS ENUM ('a', 'b');
ALTER TABLE public.posts ALTER COLUMN others TYPE public.tag[] USING others::text[]::public.tag[];
ALTER TABLE public.posts ALTER COLUMN tags DROP DEFAULT, ALTER COLUMN tags TYPE public.tag[] USING tags::text[]::public.tag[], ALTER COLUMN tags SET DEFAULT '{a,b}'::tag[];
DROP TYPE public.tag_plumb_old;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.posts;
