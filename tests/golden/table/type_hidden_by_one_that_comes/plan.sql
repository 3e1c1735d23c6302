-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = s2, public;

-- Breaking

BEGIN;

-- → enum s1.e → enum s2.e
--   breaks-clients: clients that use the old schema fail
ALTER TYPE s1.e SET SCHEMA s2;

-- ~ column s2.u.c
--   breaks-clients: clients meet another type: public.e to e
ALTER TABLE s2.u ALTER COLUMN c TYPE e USING c::text::e;

COMMIT;
