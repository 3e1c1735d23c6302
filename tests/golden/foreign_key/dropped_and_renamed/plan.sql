-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → foreign key public.c.fk_2 → foreign key public.c.c_p
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.c RENAME CONSTRAINT fk_2 TO c_p;

-- - foreign key public.c.fk_1
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT fk_1;

COMMIT;
