-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.new
CREATE TABLE public.new (
  id integer
);
ALTER TABLE public.new FORCE ROW LEVEL SECURITY;
ALTER TABLE public.new ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON public.new AS RESTRICTIVE FOR UPDATE USING (id > 0) WITH CHECK (id < 10);

-- + policy public.t.no_zero
CREATE POLICY no_zero ON public.t AS RESTRICTIVE USING (id <> 0);
COMMENT ON POLICY no_zero ON public.t IS 'never zero';

-- + policy public.t.own_rows
CREATE POLICY own_rows ON public.t FOR SELECT USING (owner = current_user);

-- + policy public.t.write_own
CREATE POLICY write_own ON public.t TO pg_monitor, pg_read_all_data USING (owner = current_user) WITH CHECK (owner = current_user AND id > 0);

-- Breaking

-- ~ table public.t
--   breaks-clients: nobody but the owner sees or writes a row that no policy lets through
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

COMMIT;
