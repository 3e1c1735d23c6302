-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 20 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because the type of column public.t.id changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - foreign key public.t.t_c
--   because the type of column public.t.c changes
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.t DROP CONSTRAINT t_c;

-- - index public.t.t_i
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_i;

-- - exclusion public.t.t_d
--   breaks-clients: rows that collide can come in
ALTER TABLE public.t DROP CONSTRAINT t_d;

-- - check public.t.t_b
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT t_b;

-- - unique public.t.t_a
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.t DROP CONSTRAINT t_a;

-- - primary key public.t.t_key
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.t DROP CONSTRAINT t_key;

-- - column public.t.twice
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN twice;

-- ~ enum public.mood
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail; clients that sort or compare by it meet another order
ALTER TYPE public.mood RENAME TO mood_plumb_old;
CREATE TYPE public.mood AS ENUM ('busy', 'calm');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public.mood_plumb_old;

-- ~ column public.t.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- ~ column public.t.c
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN c TYPE bigint;

-- + column public.t.twice
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN twice integer GENERATED ALWAYS AS (b * 3) STORED;
COMMENT ON COLUMN public.t.twice IS 'computed';

-- + primary key public.t.t_key
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_key PRIMARY KEY (id) INCLUDE (a);
COMMENT ON CONSTRAINT t_key ON public.t IS 'the key';

-- + unique public.t.t_a
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE (a, b);
COMMENT ON CONSTRAINT t_a ON public.t IS 'the unique';

-- + check public.t.t_b
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT t_b CHECK (b > 1);
COMMENT ON CONSTRAINT t_b ON public.t IS 'the check';

-- + exclusion public.t.t_d
--   blocks-reads: reads and writes of the table wait while its index is built; there is no online way
--   may-fail-on-data: two rows that collide make it fail
--   breaks-clients: clients that write colliding rows fail
ALTER TABLE public.t ADD CONSTRAINT t_d EXCLUDE USING gist (d with ~=);
COMMENT ON CONSTRAINT t_d ON public.t IS 'the exclusion';

-- + index public.t.t_i
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_i ON public.t (b desc);
COMMENT ON INDEX public.t_i IS 'the index';

-- + foreign key public.t.t_c
--   because the type of column public.t.c changes
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT t_c FOREIGN KEY (c) REFERENCES public.t (id) ON DELETE CASCADE;
COMMENT ON CONSTRAINT t_c ON public.t IS 'the reference';

-- + view public.v
--   because the type of column public.t.id changes
CREATE VIEW public.v AS
select id, a from t;
COMMENT ON VIEW public.v IS 'the view';

-- + comment on enum public.mood
--   because goes with what it is on
COMMENT ON TYPE public.mood IS 'how';

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
