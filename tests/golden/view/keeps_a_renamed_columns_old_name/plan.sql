-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.p.full_name → column public.p.name
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.p RENAME COLUMN full_name TO name;

-- - view public.v
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- + view public.v
CREATE VIEW public.v AS
select id, full_name from p;

-- ~ policy public.p.own
--   breaks-clients: who may see or write which rows changes
ALTER POLICY own ON public.p USING (full_name = current_user);

COMMIT;

-- in the way: the server refuses view public.v as it is declared (wanted.yaml:8:9): column "full_name" does not exist
-- in the way: the server refuses policy public.p.own as it is declared (wanted.yaml:7:16): column "full_name" does not exist
