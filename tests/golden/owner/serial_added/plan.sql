-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + sequence public.t_n_seq
CREATE SEQUENCE public.t_n_seq AS integer;

-- + column public.t.n
ALTER TABLE public.t ADD COLUMN n integer DEFAULT nextval('t_n_seq'::regclass) NOT NULL;

-- ~ sequence public.t_n_seq
ALTER SEQUENCE public.t_n_seq OWNER TO golden_owner;
ALTER SEQUENCE public.t_n_seq OWNED BY public.t.n;

COMMIT;
