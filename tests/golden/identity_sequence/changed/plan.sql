-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ comment on identity sequence public.changed_id_seq
COMMENT ON SEQUENCE public.changed_id_seq IS 'new';

-- - comment on identity sequence public.no_comment_id_seq
COMMENT ON SEQUENCE public.no_comment_id_seq IS NULL;

-- Breaking

-- ~ privileges on identity sequence public.changed_id_seq
--   breaks-clients: golden_reader loses usage
--   breaks-clients: golden_writer loses select, update, usage
REVOKE USAGE ON SEQUENCE public.changed_id_seq FROM golden_reader;
REVOKE ALL ON SEQUENCE public.changed_id_seq FROM golden_writer;
GRANT SELECT ON SEQUENCE public.changed_id_seq TO golden_reader;

COMMIT;
