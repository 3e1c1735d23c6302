-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.narrower
--   breaks-clients: clients that use the view fail
DROP VIEW public.narrower;

-- - view public.retyped
--   breaks-clients: clients that use the view fail
DROP VIEW public.retyped;

-- ~ view public.appended
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.appended AS
SELECT t.id,
    t.a,
    t.b
   FROM t;

-- ~ view public.named
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.named AS
SELECT t.id,
    (t.a + 1) AS a
   FROM t;

-- + view public.narrower
CREATE VIEW public.narrower AS
select id from t;

-- + view public.retyped
CREATE VIEW public.retyped AS
select id, a::bigint from t;

-- ~ view public.v
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.v WITH (security_barrier=true, security_invoker=true) AS
SELECT t.id,
    t.a,
    t.b
   FROM t
  WHERE (t.a > 0);

COMMIT;
