-- Plan for golden (PostgreSQL 15.20): 1 additive step, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + view public.only_counts
CREATE VIEW public.only_counts AS
select count(*) as n from other;

-- Breaking

-- - view public.v
--   because column public.t.a is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- ~ view public.counted
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.counted AS
SELECT count(*) AS n,
    (2 * 3) AS six
   FROM t;

-- - column public.other.e
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.other DROP COLUMN e;

-- - column public.t.a
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN a;

-- - column public.t.e
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN e;

-- + function public.f()
CREATE FUNCTION public.f() RETURNS bigint LANGUAGE sql
begin atomic select count(*) from (table t) x; end;

-- + view public.distinct_on
CREATE VIEW public.distinct_on AS
select distinct on (id) * from t;

-- + view public.joined
CREATE VIEW public.joined AS
select id from t natural join other;

-- + view public.qualified
CREATE VIEW public.qualified AS
select t.* from t;

-- + view public.v
--   because column public.t.a is dropped
CREATE VIEW public.v AS
select * from t;

-- + materialized view public.m
CREATE MATERIALIZED VIEW public.m AS
select * from t;

COMMIT;
