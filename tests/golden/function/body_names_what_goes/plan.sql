-- Plan for golden (PostgreSQL 15.20): 1 additive step, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- ~ function public.mended()
CREATE OR REPLACE FUNCTION public.mended() RETURNS bigint LANGUAGE sql
AS $$select count(*) from t$$;

-- Breaking

-- → column public.t.old → column public.t.new
--   breaks-clients: clients that use the old name fail
--   breaks-clients: the body of function public.writes_old() seems to name it
ALTER TABLE public.t RENAME COLUMN old TO new;

-- - column public.t.dropped
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
--   breaks-clients: the body of function public.reads_column() seems to name it
ALTER TABLE public.t DROP COLUMN dropped;

-- - table public.gone
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
--   breaks-clients: the body of function public.reads_gone() seems to name it
DROP TABLE public.gone;

-- - sequence public.counter
--   destroys-data: how far the sequence has counted is lost
--   breaks-clients: the body of procedure public.counts() seems to name it
DROP SEQUENCE public.counter;

-- - function public.helper()
--   breaks-clients: clients that call it fail
--   breaks-clients: the body of function public.calls() seems to name it
DROP FUNCTION public.helper();

-- - function public.helper2(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.helper2(integer);

COMMIT;
