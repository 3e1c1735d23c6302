-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- → index public.t.t_1 → index public.t.t_by_a
ALTER INDEX public.t_1 RENAME TO t_by_a;

-- → index public.t."T 2" → index public.t.t_by_b
ALTER INDEX public."T 2" RENAME TO t_by_b;

-- → index public.t.t_3 → index public.t.t_by_both
ALTER INDEX public.t_3 RENAME TO t_by_both;

-- ~ index public.t.t_by_both
ALTER INDEX public.t_by_both SET (fillfactor=70);

COMMIT;
