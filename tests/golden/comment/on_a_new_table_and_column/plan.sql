-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.u
CREATE TABLE public.u (
  id integer NOT NULL,
  CONSTRAINT u_pkey PRIMARY KEY (id)
);
CREATE INDEX u_id_id1_idx ON public.u (id) INCLUDE (id);
COMMENT ON TABLE public.u IS 'all new';
COMMENT ON COLUMN public.u.id IS 'the number';
COMMENT ON INDEX public.u_id_id1_idx IS 'named by PostgreSQL';
COMMENT ON CONSTRAINT u_pkey ON public.u IS 'the key';

-- + column public.t.a
ALTER TABLE public.t ADD COLUMN a text;
COMMENT ON COLUMN public.t.a IS 'new on an old table';

COMMIT;
