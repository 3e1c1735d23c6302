-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - column public.t.a
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN a;

-- - column public.t.b
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN b;

-- - column public.t.c
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN c;

-- - column public.t.d
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN d;

-- - column public.t.e
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN e;

-- + column public.t.a
ALTER TABLE public.t ADD COLUMN a span;

-- + column public.t.b
ALTER TABLE public.t ADD COLUMN b mood;

-- + column public.t.c
ALTER TABLE public.t ADD COLUMN c span[];

-- + column public.t.d
ALTER TABLE public.t ADD COLUMN d uuid;

-- + column public.t.e
ALTER TABLE public.t ADD COLUMN e uuid[];

-- ~ column public.t.f
--   rewrites-table: text to mood: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to mood
ALTER TABLE public.t ALTER COLUMN f TYPE mood USING f::mood;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
