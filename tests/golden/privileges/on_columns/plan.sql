-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ privileges on column public.t.id
GRANT REFERENCES (id) ON TABLE public.t TO golden_writer;

-- Breaking

-- ~ privileges on column public.t.a
--   breaks-clients: golden_writer loses insert
REVOKE INSERT (a) ON TABLE public.t FROM golden_writer;
GRANT SELECT (a) ON TABLE public.t TO golden_reader;
GRANT UPDATE (a) ON TABLE public.t TO golden_reader WITH GRANT OPTION;

COMMIT;
