-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 13 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - materialized view public.m
--   breaks-clients: clients that use it fail until it is computed anew
DROP MATERIALIZED VIEW public.m;

-- - view public.all_of_it
--   breaks-clients: clients that use the view fail
DROP VIEW public.all_of_it;

-- - view public.starred
--   breaks-clients: clients that use the view fail
DROP VIEW public.starred;

-- - view public.v
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- + view public.all_of_it
CREATE VIEW public.all_of_it AS
select * from t2;

-- + view public.starred
CREATE VIEW public.starred AS
select x.* from (select a from t) x;

-- + view public.v
CREATE VIEW public.v AS
select a, b as bb, c from t;

-- + materialized view public.m
CREATE MATERIALIZED VIEW public.m AS
select t.a, t.b::text as bb, count(*), case when t.a > 0 then 1 end from t group by 1, 2;

-- + privileges on view column public.all_of_it.a
--   because goes with what it is on
GRANT SELECT (a) ON TABLE public.all_of_it TO golden_reader;

-- + privileges on view column public.m.a
--   because goes with what it is on
GRANT SELECT (a) ON TABLE public.m TO golden_reader;

-- + privileges on view column public.starred.a
--   because goes with what it is on
GRANT SELECT (a) ON TABLE public.starred TO golden_reader;

-- + privileges on view column public.v.a
--   because goes with what it is on
GRANT SELECT (a) ON TABLE public.v TO golden_reader;

-- + comment on view column public.v.c
--   because goes with what it is on
COMMENT ON COLUMN public.v.c IS 'kept';

COMMIT;
