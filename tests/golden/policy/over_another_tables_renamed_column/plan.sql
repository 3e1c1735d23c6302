-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.m.usr → column public.m.member
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.m RENAME COLUMN usr TO member;

-- → column public.m.id → column public.m.no
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.m RENAME COLUMN id TO no;

-- → column public.t.own → column public.t.owner
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN own TO owner;

-- ~ policy public.t.q
ALTER POLICY q ON public.t WITH CHECK ((id IN ( SELECT m.no
   FROM m)));

COMMIT;
