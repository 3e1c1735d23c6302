-- Plan for golden (PostgreSQL 15.20): 1 additive step, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.n
CREATE TABLE public.n (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL
);
ALTER TABLE public.n OWNER TO golden_owner;
GRANT USAGE ON SEQUENCE public.n_id_seq TO golden_reader;

-- Breaking

-- ~ owner of table public.t
--   breaks-clients: golden_owner may then do with it what it likes, postgres only what is granted to it
ALTER TABLE public.t OWNER TO golden_owner;

-- ~ owner of table public.u
--   breaks-clients: golden_owner may then do with it what it likes, postgres only what is granted to it
ALTER TABLE public.u OWNER TO golden_owner;

-- ~ privileges on identity sequence public.u_id_seq
--   breaks-clients: golden_owner loses update, usage
--   breaks-clients: golden_writer loses usage
REVOKE USAGE, UPDATE ON SEQUENCE public.u_id_seq FROM golden_owner;
REVOKE USAGE ON SEQUENCE public.u_id_seq FROM golden_writer;

COMMIT;
