-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because column public.t.long_code is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - foreign key public.c.c_ref_fkey
--   because column public.t.long_code is dropped and added anew
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT c_ref_fkey;

-- - index public.t.t_long
--   because column public.t.long_code is replaced
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_long;

-- - unique public.t.t_long_code_key
--   because column public.t.long_code is dropped and added anew
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.t DROP CONSTRAINT t_long_code_key;

-- - column public.t.long_code
--   because the type of column public.t.code changes
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN long_code;

-- ~ column public.t.code
ALTER TABLE public.t ALTER COLUMN code TYPE varchar(20);

-- + column public.t.long_code
--   because the type of column public.t.code changes
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN long_code text GENERATED ALWAYS AS (code || '-x') STORED;

-- + unique public.t.t_long_code_key
--   because column public.t.long_code is dropped and added anew
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
ALTER TABLE public.t ADD CONSTRAINT t_long_code_key UNIQUE (long_code);

-- + index public.t.t_long
--   because column public.t.long_code is replaced
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_long ON public.t (long_code);

-- + foreign key public.c.c_ref_fkey
--   because column public.t.long_code is dropped and added anew
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.c ADD CONSTRAINT c_ref_fkey FOREIGN KEY (ref) REFERENCES public.t (long_code);

-- + view public.v
--   because column public.t.long_code is replaced
CREATE VIEW public.v AS
select long_code from t;
COMMENT ON VIEW public.v IS 'kept';

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
