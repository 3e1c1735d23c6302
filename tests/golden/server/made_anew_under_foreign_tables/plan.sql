-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because foreign table public.ft is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - foreign table public.ft
--   because server s is replaced
--   breaks-clients: clients that use the table fail
DROP FOREIGN TABLE public.ft;

-- - server s
--   breaks-clients: clients that use the server fail
DROP SERVER s;

-- + server s
CREATE SERVER s TYPE 'new' FOREIGN DATA WRAPPER w;

-- + foreign table public.ft
--   because server s is replaced
CREATE FOREIGN TABLE public.ft (
  a integer,
  b text
) SERVER s OPTIONS (x 'y');
GRANT SELECT ON TABLE public.ft TO golden_reader;
COMMENT ON FOREIGN TABLE public.ft IS 'far away';

-- + view public.v
--   because foreign table public.ft is replaced
CREATE VIEW public.v AS
select a from ft;

COMMIT;
