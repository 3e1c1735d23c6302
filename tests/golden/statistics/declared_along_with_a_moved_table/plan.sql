-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = s, public;

-- Breaking

BEGIN;

-- → table public.a → table s.a
--   breaks-clients: clients that use the old schema fail
ALTER TABLE public.a SET SCHEMA s;

-- → table public.pa → table s.pa
--   breaks-clients: clients that use the old schema fail
ALTER TABLE public.pa SET SCHEMA s;

-- → table public.pa1 → table s.pa1
--   breaks-clients: clients that use the old schema fail
ALTER TABLE public.pa1 SET SCHEMA s;

-- + statistics s.a.ss
CREATE STATISTICS s.ss ON x, y FROM s.a;

-- + statistics s.pa1.ss2
CREATE STATISTICS s.ss2 ON x, y FROM s.pa1;

-- - statistics s.a.public.ss
DROP STATISTICS public.ss;

-- - statistics s.pa1.public.ss2
DROP STATISTICS public.ss2;

COMMIT;
