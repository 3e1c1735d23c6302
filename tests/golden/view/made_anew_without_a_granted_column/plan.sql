-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- + view public.v
CREATE VIEW public.v AS
select a, b as bb, c from t;

-- + privileges on view column public.v.a
--   because goes with what it is on
GRANT SELECT (a) ON TABLE public.v TO golden_reader;

-- + comment on view column public.v.c
--   because goes with what it is on
COMMENT ON COLUMN public.v.c IS 'kept';

COMMIT;
