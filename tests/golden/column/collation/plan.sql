-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because the collation of column public.t.b changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- ~ column public.t.a
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
--   breaks-clients: clients that sort or compare by the column meet another collation
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE "C";

-- ~ column public.t.b
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
--   breaks-clients: clients that sort or compare by the column meet another collation
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE "POSIX";

-- ~ column public.t.c
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
--   breaks-clients: clients that sort or compare by the column meet another collation
ALTER TABLE public.t ALTER COLUMN c TYPE text;

-- + view public.v
--   because the collation of column public.t.b changes
CREATE VIEW public.v AS
select b from t where b > 'm';

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
