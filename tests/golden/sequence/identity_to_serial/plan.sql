-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ column public.t.id
ALTER SEQUENCE public.t_id_seq RENAME TO t_id_seq_plumb_old;
CREATE SEQUENCE public.t_id_seq AS integer;
SELECT pg_catalog.setval('public.t_id_seq', last_value, is_called) FROM public.t_id_seq_plumb_old;
ALTER TABLE public.t ALTER COLUMN id DROP IDENTITY;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('t_id_seq'::regclass);

COMMIT;
