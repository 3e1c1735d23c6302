-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public.boxes.deep
--   because column public.boxes.height is dropped
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.boxes DROP CONSTRAINT deep;

-- + check public.boxes.deep
--   because column public.boxes.height is dropped
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.boxes ADD CONSTRAINT deep CHECK (depth > 0 or width > 5);

-- - check public.boxes.flat
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.boxes DROP CONSTRAINT flat;

-- - column public.boxes.height
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.boxes DROP COLUMN height;

COMMIT;
