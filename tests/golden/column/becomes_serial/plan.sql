-- Plan for golden (PostgreSQL 15.20): 11 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + sequence public.c_id_seq
CREATE SEQUENCE public.c_id_seq AS integer;

-- + sequence public.codes
CREATE SEQUENCE public.codes;

-- + sequence public.down
CREATE SEQUENCE public.down INCREMENT BY -2;

-- + sequence public.empty_id_seq
CREATE SEQUENCE public.empty_id_seq AS integer;

-- + sequence public.p_id_seq
CREATE SEQUENCE public.p_id_seq AS integer;

-- ~ column public.c.id
ALTER TABLE public.c ALTER COLUMN id SET DEFAULT nextval('c_id_seq');
SELECT pg_catalog.setval('public.c_id_seq', greatest(1, max(id) + 1), false) FROM public.c;

-- ~ sequence public.c_id_seq
ALTER SEQUENCE public.c_id_seq OWNED BY public.c.id;

-- ~ column public.c.code
ALTER TABLE public.c ALTER COLUMN code SET DEFAULT 'A' || nextval('codes')::text;

-- ~ sequence public.codes
ALTER SEQUENCE public.codes OWNED BY public.c.code;

-- ~ column public.empty.id
ALTER TABLE public.empty ALTER COLUMN id SET DEFAULT nextval('empty_id_seq');

-- ~ sequence public.empty_id_seq
ALTER SEQUENCE public.empty_id_seq OWNED BY public.empty.id;

-- Breaking

-- ~ column public.c.n
--   blocks-reads: reads and writes of the table wait while every row is looked at, for the number to go on from
ALTER TABLE public.c ALTER COLUMN n SET DEFAULT nextval('down');
SELECT pg_catalog.setval('public.down', least(-1, min(n) - 2), false) FROM public.c;

-- ~ sequence public.down
ALTER SEQUENCE public.down OWNED BY public.c.n;

-- ~ column public.p.id
--   blocks-reads: reads and writes of the table wait while every row is looked at, for the number to go on from
ALTER TABLE public.p ALTER COLUMN id SET DEFAULT nextval('p_id_seq');
SELECT pg_catalog.setval('public.p_id_seq', greatest(1, max(id) + 1), false) FROM public.p;

-- ~ sequence public.p_id_seq
ALTER SEQUENCE public.p_id_seq OWNED BY public.p.id;

COMMIT;
