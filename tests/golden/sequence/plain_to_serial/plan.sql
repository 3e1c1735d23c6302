-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + sequence public.t_id_seq
CREATE SEQUENCE public.t_id_seq AS integer;

-- + sequence public.t_n_seq
CREATE SEQUENCE public.t_n_seq;

-- ~ column public.t.id
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('t_id_seq'::regclass);
SELECT pg_catalog.setval('public.t_id_seq', greatest(1, max(id) + 1), false) FROM public.t;

-- ~ sequence public.t_id_seq
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;

-- Breaking

-- ~ column public.t.n
--   blocks-reads: reads and writes of the table wait while every row is looked at, for the number to go on from
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT nextval('t_n_seq'::regclass);
SELECT pg_catalog.setval('public.t_n_seq', greatest(1, max(n) + 1), false) FROM public.t;
ALTER TABLE public.t ALTER COLUMN n SET NOT NULL;

-- ~ sequence public.t_n_seq
ALTER SEQUENCE public.t_n_seq OWNED BY public.t.n;

COMMIT;
