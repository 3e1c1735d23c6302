-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.r.r_t_id_fkey
--   because the type of column public.r.t_id changes
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.r DROP CONSTRAINT r_t_id_fkey;

-- ~ sequence public.t_id_seq
--   blocks-writes: nextval waits until the transaction commits
ALTER SEQUENCE public.t_id_seq AS bigint;

-- ~ column public.r.t_id
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.r ALTER COLUMN t_id TYPE bigint;

-- ~ column public.t.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT, ALTER COLUMN id TYPE bigint, ALTER COLUMN id SET DEFAULT nextval('t_id_seq'::regclass);

-- + foreign key public.r.r_t_id_fkey
--   because the type of column public.r.t_id changes
ALTER TABLE public.r ADD CONSTRAINT r_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t (id);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
