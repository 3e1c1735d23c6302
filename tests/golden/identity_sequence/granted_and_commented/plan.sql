-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.new
CREATE TABLE public.new (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL
);
GRANT SELECT ON SEQUENCE public.new_id_seq TO golden_reader;
COMMENT ON SEQUENCE public.new_id_seq IS 'counts new ones';

-- + column public.later.n
ALTER TABLE public.later ADD COLUMN n integer GENERATED ALWAYS AS IDENTITY NOT NULL;

SET search_path = "Odd; schema", public;

-- + privileges on identity sequence "Odd; schema"."Odd; seq"
GRANT ALL ON SEQUENCE "Odd; schema"."Odd; seq" TO golden_reader;
GRANT SELECT ON SEQUENCE "Odd; schema"."Odd; seq" TO PUBLIC;

SET search_path = public;

-- + privileges on identity sequence public.later_n_seq
GRANT ALL ON SEQUENCE public.later_n_seq TO golden_writer;

-- + privileges on identity sequence public.old_id_seq
GRANT USAGE ON SEQUENCE public.old_id_seq TO golden_reader;
GRANT SELECT ON SEQUENCE public.old_id_seq TO golden_writer WITH GRANT OPTION;

-- + comment on identity sequence public.old_id_seq
COMMENT ON SEQUENCE public.old_id_seq IS 'counts old ones';

COMMIT;
