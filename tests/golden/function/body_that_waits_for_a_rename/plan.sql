-- Plan for golden (PostgreSQL 15.20): 1 additive step, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- ~ function public.other()
CREATE OR REPLACE FUNCTION public.other() RETURNS integer LANGUAGE sql
AS $$select 2$$;

-- Breaking

-- → column public.t.a → column public.t.title
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN a TO title;

-- → view public.old_view → view public.new_view
--   breaks-clients: clients that use the old name fail
ALTER VIEW public.old_view RENAME TO new_view;

-- + function public.fresh()
CREATE FUNCTION public.fresh() RETURNS trigger LANGUAGE plpgsql
AS $$begin new.title := 2; return new; end$$;

-- ~ function public.g()
CREATE OR REPLACE FUNCTION public.g() RETURNS integer LANGUAGE sql
AS $$select max(title) from t$$;

-- ~ function public.pp()
CREATE OR REPLACE FUNCTION public.pp() RETURNS trigger LANGUAGE plpgsql
AS $$begin new.title := 1; return new; end$$;

-- ~ function public.reads()
CREATE OR REPLACE FUNCTION public.reads() RETURNS integer LANGUAGE plpgsql
AS $$begin return (select x from new_view); end$$;

-- + trigger public.t.later
CREATE TRIGGER later before update ON public.t for each row execute function fresh();

COMMIT;
