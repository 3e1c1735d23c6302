-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ type public.c
--   because PostgreSQL can't change it in place
--   destroys-data: gone: its value in every row with the type is lost; price: what the new type has no room for is rounded or cut off without an error; made: its value in every row with the type is lost
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new attributes makes it fail
--   breaks-clients: clients meet other attributes of the type
ALTER TYPE public.c RENAME TO c_plumb_old;
CREATE TYPE public.c AS (
  added date,
  b bigint,
  a integer,
  price numeric(10,2),
  code varchar(15),
  flag integer,
  made jsonb
);
ALTER TABLE public.t ALTER COLUMN same TYPE public.c USING CASE WHEN same IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW(NULL, (same).b::bigint, (same).a, (same).price::numeric(10,2), (same).code::text, (same).flag::integer, NULL)::text::public.c END;
ALTER TABLE public.t ALTER COLUMN x TYPE public.c USING CASE WHEN x IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW(NULL, (x).b::bigint, (x).a, (x).price::numeric(10,2), (x).code::text, (x).flag::integer, NULL)::text::public.c END;
DROP TYPE public.c_plumb_old;

-- ~ type public.plain
--   because PostgreSQL can't change it in place
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new attributes makes it fail
--   breaks-clients: clients meet other attributes of the type
ALTER TYPE public.plain RENAME TO plain_plumb_old;
CREATE TYPE public.plain AS (
  a bigint,
  b integer
);
ALTER TABLE public.u ALTER COLUMN xs TYPE public.plain[] USING xs::text[]::public.plain[];
DROP TYPE public.plain_plumb_old;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
ANALYZE public.u;
