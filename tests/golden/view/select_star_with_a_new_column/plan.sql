-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.t.b
ALTER TABLE public.t ADD COLUMN b text;

-- Breaking

-- ~ view public.v
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.v AS
SELECT t.id,
    t.a,
    t.b
   FROM t;

COMMIT;
