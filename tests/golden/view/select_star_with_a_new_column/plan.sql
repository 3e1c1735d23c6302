-- Plan for golden (PostgreSQL 15.20): 1 additive step, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.t.b
ALTER TABLE public.t ADD COLUMN b text;

-- Breaking

-- - view public.v_over
--   because view public.v is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.v_over;

-- - view public.v
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- + view public.v
CREATE VIEW public.v AS
select * from t;

-- + view public.v_over
--   because view public.v is replaced
CREATE VIEW public.v_over AS
select id from v;

COMMIT;
