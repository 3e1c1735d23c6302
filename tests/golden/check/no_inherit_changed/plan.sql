-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public.base.base_a
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.base DROP CONSTRAINT base_a;

-- - check public.base.base_b
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.base DROP CONSTRAINT base_b;

-- + check public.base.base_a
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.base ADD CONSTRAINT base_a CHECK (id > 0) NO INHERIT;

-- + check public.base.base_b
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.base ADD CONSTRAINT base_b CHECK (id < 1000);

COMMIT;
