-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + privileges on schema app
GRANT USAGE ON SCHEMA app TO golden_reader;
GRANT ALL ON SCHEMA app TO golden_writer;

-- + privileges on enum public.mood
GRANT USAGE ON TYPE public.mood TO golden_reader;

-- + privileges on sequence public.s
GRANT USAGE, SELECT ON SEQUENCE public.s TO golden_writer;

-- + privileges on table public.t
GRANT SELECT ON TABLE public.t TO golden_reader;
GRANT SELECT, INSERT ON TABLE public.t TO golden_writer;
GRANT UPDATE ON TABLE public.t TO golden_writer WITH GRANT OPTION;

COMMIT;
