-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.t.a → column public.t.c
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN a TO c;

-- - rule public.u.r
--   because column public.t.c has another name
--   breaks-clients: statements that it rewrote are carried out as they stand
DROP RULE r ON public.u;

-- + rule public.u.r
--   because column public.t.c has another name
--   breaks-clients: statements do something else, or more, than before
CREATE RULE r AS ON DELETE TO public.u DO ALSO update t set c = 1;

-- ~ policy public.u.p
ALTER POLICY p ON public.u USING ((EXISTS ( SELECT
   FROM t
  WHERE ((t.c = u.id) AND (t.c > 0)))));

COMMIT;
