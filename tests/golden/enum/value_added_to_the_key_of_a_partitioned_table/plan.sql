-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

-- ~ enum public.e
ALTER TYPE public.e ADD VALUE 'd' AFTER 'b';

-- Breaking

BEGIN;

-- ~ function public.f(e)
--   breaks-clients: table public.pf is partitioned by what the old body gave: rows stay where it put them, and are not found there
CREATE OR REPLACE FUNCTION public.f(s e) RETURNS integer LANGUAGE plpgsql IMMUTABLE
AS $$begin return 2; end$$;

COMMIT;
