-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ privileges on table public.t
--   breaks-clients: golden_reader loses select
--   breaks-clients: golden_writer loses insert, update
--   breaks-clients: golden_writer can no longer grant delete to others
--   breaks-clients: public loses select
REVOKE SELECT ON TABLE public.t FROM golden_reader;
REVOKE INSERT, UPDATE ON TABLE public.t FROM golden_writer;
REVOKE GRANT OPTION FOR DELETE ON TABLE public.t FROM golden_writer;
REVOKE SELECT ON TABLE public.t FROM PUBLIC;

COMMIT;
