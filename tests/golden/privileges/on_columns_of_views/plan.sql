-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + view public.fresh
CREATE VIEW public.fresh AS
select id from t;

-- + privileges on view column public.fresh.id
GRANT SELECT (id) ON TABLE public.fresh TO golden_reader;

-- + privileges on view column public.given.b
GRANT SELECT (b) ON TABLE public.given TO golden_reader;

-- Breaking

-- - privileges on view column public.given.id
--   breaks-clients: golden_reader loses select
REVOKE SELECT (id) ON TABLE public.given FROM golden_reader;

COMMIT;
