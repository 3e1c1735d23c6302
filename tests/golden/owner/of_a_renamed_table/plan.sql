-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.t → table public.u
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME TO u;

-- → primary key public.u.t_pkey → primary key public.u.u_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.u RENAME CONSTRAINT t_pkey TO u_pkey;

-- ~ owner of table public.u
--   breaks-clients: golden_owner may then do with it what it likes, postgres only what is granted to it
ALTER TABLE public.u OWNER TO golden_owner;

-- ~ privileges on table public.u
--   breaks-clients: golden_reader loses select
REVOKE SELECT ON TABLE public.u FROM golden_reader;
GRANT SELECT ON TABLE public.u TO golden_writer;

COMMIT;
