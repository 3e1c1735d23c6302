-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.fresh
--   because enum public.state is made anew
--   breaks-clients: clients that use the view fail
DROP VIEW public.fresh;

-- ~ enum public.state
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.state RENAME TO state_plumb_old;
CREATE TYPE public.state AS ENUM ('new', 'gone');
ALTER TABLE public.t ALTER COLUMN st DROP DEFAULT, ALTER COLUMN st TYPE public.state USING st::text::public.state, ALTER COLUMN st SET DEFAULT 'new'::state;
DROP TYPE public.state_plumb_old;

-- + view public.fresh
--   because enum public.state is made anew
CREATE VIEW public.fresh AS
select id, st from t where st = 'new';

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
