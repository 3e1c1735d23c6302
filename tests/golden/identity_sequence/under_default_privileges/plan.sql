-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.new_as_given
CREATE TABLE public.new_as_given (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL
);
REVOKE ALL ON SEQUENCE public.new_as_given_id_seq FROM golden_reader;
REVOKE ALL ON SEQUENCE public.new_as_given_id_seq FROM golden_writer;
GRANT USAGE ON SEQUENCE public.new_as_given_id_seq TO golden_reader;
GRANT ALL ON SEQUENCE public.new_as_given_id_seq TO golden_writer;

-- + table public.new_otherwise
CREATE TABLE public.new_otherwise (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL
);
REVOKE ALL ON SEQUENCE public.new_otherwise_id_seq FROM golden_reader;
REVOKE ALL ON SEQUENCE public.new_otherwise_id_seq FROM golden_writer;
GRANT SELECT ON SEQUENCE public.new_otherwise_id_seq TO golden_reader;

-- + table public.new_revoked
CREATE TABLE public.new_revoked (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL
);
REVOKE ALL ON SEQUENCE public.new_revoked_id_seq FROM golden_reader;
REVOKE ALL ON SEQUENCE public.new_revoked_id_seq FROM golden_writer;

-- Breaking

-- - privileges on identity sequence public.revoked_id_seq
--   breaks-clients: golden_reader loses usage
--   breaks-clients: golden_writer loses select, update, usage
REVOKE USAGE ON SEQUENCE public.revoked_id_seq FROM golden_reader;
REVOKE ALL ON SEQUENCE public.revoked_id_seq FROM golden_writer;

COMMIT;
