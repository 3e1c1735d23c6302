-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.a
--   breaks-clients: there is no policy: nobody but the owner sees or writes a row
ALTER TABLE public.a ENABLE ROW LEVEL SECURITY;

-- ~ table public.b
--   breaks-clients: everybody sees and writes every row, whatever the policies say
ALTER TABLE public.b DISABLE ROW LEVEL SECURITY;

-- ~ table public.c
--   breaks-clients: who may see or write which rows changes
ALTER TABLE public.c NO FORCE ROW LEVEL SECURITY;

-- - policy public.b.p
--   breaks-clients: who may see or write which rows changes
DROP POLICY p ON public.b;

COMMIT;
