-- Plan for golden (PostgreSQL 15.20): 1 additive step, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.tf2()
CREATE FUNCTION public.tf2() RETURNS trigger LANGUAGE plpgsql
AS $$begin return new; end$$;

-- Breaking

-- ~ trigger public.p.tr
--   breaks-clients: changes of rows set off something else than before
CREATE OR REPLACE TRIGGER tr after insert ON public.p for each row execute function tf2();
ALTER TABLE public.p DISABLE TRIGGER tr;
ALTER TABLE public.p1 ENABLE TRIGGER tr;

-- - function public.tf()
--   breaks-clients: clients that call it fail
DROP FUNCTION public.tf();

COMMIT;
