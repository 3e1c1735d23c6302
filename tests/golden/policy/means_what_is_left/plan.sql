-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - materialized view public.anew
--   breaks-clients: clients that use it fail until it is computed anew
DROP MATERIALIZED VIEW public.anew;

-- - column public.t.x
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN x;

-- ~ view public.changed
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.changed AS
SELECT u.id
   FROM u
  WHERE (EXISTS ( SELECT
           FROM t
          WHERE (u.x = 5)));

-- + view public.fresh
CREATE VIEW public.fresh AS
select (select max(x) from t) as m from u group by x;

-- + materialized view public.anew
CREATE MATERIALIZED VIEW public.anew AS
select u.id, u.x from u where exists (select from t where x = 5 and t.id = u.id);

-- + materialized view public.fresh_rows
CREATE MATERIALIZED VIEW public.fresh_rows AS
select id from u where exists (select from t where x = 5);

-- + policy public.u.others
CREATE POLICY others ON public.u USING (exists (select from t where x = 5));

-- ~ policy public.u.rows
ALTER POLICY rows ON public.u USING ((EXISTS ( SELECT
   FROM t
  WHERE ((t.id = u.id) AND (u.x = 5)))));

COMMIT;
