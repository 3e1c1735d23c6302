-- Plan for golden (PostgreSQL 15.20): 1 additive step, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ policy public.t.p
ALTER POLICY p ON public.t USING ((id > 0));

-- Breaking

-- - view public.star
--   because column public.t.old is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.star;

-- ~ view public.by_column
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.by_column AS
SELECT t.id
   FROM t
  WHERE (t.kept <> ''::text);

-- ~ view public.by_function
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.by_function AS
SELECT t.id AS x
   FROM t;

-- ~ rule public.rules_on.r
--   breaks-clients: statements are rewritten to something else than before
CREATE OR REPLACE RULE r AS ON INSERT TO public.rules_on DO ALSO INSERT INTO t (id)
  VALUES (new.id);

-- - column public.t.old
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN old;

-- + view public.star
--   because column public.t.old is dropped
CREATE VIEW public.star AS
select s.* from (select id from t) s;

-- - function public.f(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f(integer);

COMMIT;
