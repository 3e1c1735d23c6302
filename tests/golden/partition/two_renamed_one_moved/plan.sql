-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → table public.p2 → table public.a2
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.p2 RENAME TO a2;

SET search_path = q, public;

-- → table public.p1 → table q.a1
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.p1 SET SCHEMA q;
ALTER TABLE q.p1 RENAME TO a1;

SET search_path = public;

-- → index public.a2.p2_k_idx → index public.a2.a2_k_idx
ALTER INDEX public.p2_k_idx RENAME TO a2_k_idx;

SET search_path = q, public;

-- → index q.a1.p1_k_idx → index q.a1.a1_k_idx
ALTER INDEX q.p1_k_idx RENAME TO a1_k_idx;

COMMIT;
