-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 20 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - materialized view public.m
--   because collation public.co is dropped
--   breaks-clients: clients that use it fail until it is computed anew
DROP MATERIALIZED VIEW public.m;

-- - view public.alike
--   because enum public.status is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.alike;

-- - view public.casts
--   because enum public.e is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.casts;

-- - view public.over_it
--   because enum public.e is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.over_it;

-- - view public.v
--   because enum public.e is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- ~ attribute public.c.x
--   breaks-clients: clients meet another type
ALTER TYPE public.c ALTER ATTRIBUTE x TYPE text;

-- ~ column public.td.x
--   rewrites-table: e to text: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: e to text
ALTER TABLE public.td ALTER COLUMN x TYPE text;

-- ~ column public.td.arr
--   rewrites-table: e[] to text[]: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: e[] to text[]
ALTER TABLE public.td ALTER COLUMN arr TYPE text[];

-- ~ column public.td.n
--   breaks-clients: clients meet another type: d to integer
ALTER TABLE public.td ALTER COLUMN n TYPE integer;

-- ~ column public.td.a
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
--   breaks-clients: clients that sort or compare by the column meet another collation
ALTER TABLE public.td ALTER COLUMN a TYPE text;

-- ~ column public.td.status
--   rewrites-table: status to text: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: status to text
ALTER TABLE public.td ALTER COLUMN status TYPE text;

-- - domain public.d
--   breaks-clients: clients that use the type fail
DROP DOMAIN public.d;

-- - enum public.e
--   breaks-clients: clients that use the type fail
DROP TYPE public.e;

-- + view public.casts
--   because enum public.e is dropped
CREATE VIEW public.casts AS
select 'a'::text as k, x from td;

-- + view public.v
--   because enum public.e is dropped
CREATE VIEW public.v AS
select x, n from td;

-- + view public.over_it
--   because enum public.e is dropped
CREATE VIEW public.over_it AS
select x from v;

-- - enum public.status
--   breaks-clients: clients that use the type fail
DROP TYPE public.status;

-- + view public.alike
--   because enum public.status is dropped
CREATE VIEW public.alike AS
select status, status as state from td;

-- - collation public.co
--   breaks-clients: clients that sort by it fail
DROP COLLATION public.co;

-- + materialized view public.m
--   because collation public.co is dropped
CREATE MATERIALIZED VIEW public.m AS
select arr, a || 'b' as ab from td;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.td;
