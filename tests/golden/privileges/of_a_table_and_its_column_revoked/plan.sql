-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - privileges on column public.t.a
--   breaks-clients: golden_reader loses select
REVOKE SELECT (a) ON TABLE public.t FROM golden_reader;

-- - privileges on table public.t
--   breaks-clients: golden_reader loses select
REVOKE SELECT ON TABLE public.t FROM golden_reader;
GRANT SELECT (b) ON TABLE public.t TO golden_reader;

COMMIT;
