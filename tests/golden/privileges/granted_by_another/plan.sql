-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + privileges on table public.t
GRANT SELECT ON TABLE public.t TO golden_writer WITH GRANT OPTION;
SET LOCAL ROLE golden_writer;
GRANT SELECT ON TABLE public.t TO golden_reader;
RESET ROLE;

-- Breaking

-- ~ privileges on table public.u
--   breaks-clients: golden_reader loses select
--   breaks-clients: golden_writer loses select
SET LOCAL ROLE golden_writer;
REVOKE SELECT ON TABLE public.u FROM golden_reader;
RESET ROLE;
REVOKE SELECT ON TABLE public.u FROM golden_writer;
GRANT SELECT ON TABLE public.u TO golden_owner;

COMMIT;
