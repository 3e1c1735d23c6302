-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.empty.b
ALTER TABLE public.empty ADD COLUMN b checked;

-- + column public.empty.d
ALTER TABLE public.empty ADD COLUMN d must DEFAULT 1;

-- + column public.empty.e
ALTER TABLE public.empty ADD COLUMN e demanded;

-- + column public.empty.f
ALTER TABLE public.empty ADD COLUMN f must DEFAULT null;

-- + column public.t.a
ALTER TABLE public.t ADD COLUMN a plain;

-- + column public.t.f
ALTER TABLE public.t ADD COLUMN f checked[];

-- Breaking

-- + column public.empty.c
--   breaks-clients: clients that leave the column out fail
ALTER TABLE public.empty ADD COLUMN c must;

-- + column public.t.b
--   rewrites-table: its type is a domain with constraints, which every row is held against
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: NULL, without a default, fails if it violates a check of the domain and the table has a row
ALTER TABLE public.t ADD COLUMN b checked;

-- + column public.t.c
--   rewrites-table: its type is a domain with constraints, which every row is held against
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: its default fails if it violates a check of the domain and the table has a row
ALTER TABLE public.t ADD COLUMN c over_it;

-- + column public.t.d
--   rewrites-table: its type is a domain with constraints, which every row is held against
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN d demanded;

-- + column public.t.e
--   rewrites-table: the default is evaluated anew for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN e moment;

-- + column public.t.g
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: what it computes fails if it violates a check of the domain and the table has a row
ALTER TABLE public.t ADD COLUMN g checked GENERATED ALWAYS AS (id * 2) STORED;

COMMIT;
