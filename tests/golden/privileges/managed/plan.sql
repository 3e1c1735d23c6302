-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.new
CREATE TABLE public.new (
  id integer NOT NULL,
  CONSTRAINT new_pkey PRIMARY KEY (id)
);
REVOKE ALL ON TABLE public.new FROM golden_reader;
REVOKE ALL ON TABLE public.new FROM golden_writer;

-- + table public.new_too
CREATE TABLE public.new_too (
  id integer NOT NULL,
  CONSTRAINT new_too_pkey PRIMARY KEY (id)
);
REVOKE ALL ON TABLE public.new_too FROM golden_reader;
REVOKE ALL ON TABLE public.new_too FROM golden_writer;
GRANT UPDATE ON TABLE public.new_too TO golden_reader;

-- + privileges on table public.u
GRANT SELECT ON TABLE public.u TO golden_reader;

-- Breaking

-- - privileges on column public.t.a
--   breaks-clients: golden_writer loses select
REVOKE SELECT (a) ON TABLE public.t FROM golden_writer;

-- - privileges on table public.t
--   breaks-clients: golden_reader loses select
REVOKE SELECT ON TABLE public.t FROM golden_reader;

COMMIT;
