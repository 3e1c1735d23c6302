-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- → enum public.mood → enum public.feeling
--   breaks-clients: clients that use the old name fail
ALTER TYPE public.mood RENAME TO feeling;

-- → table public.t → table public.u
--   breaks-clients: clients that use the old name fail
--   breaks-clients: the body of function public.g() seems to name it
ALTER TABLE public.t RENAME TO u;

-- → column public.u.a → column public.u.b
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.u RENAME COLUMN a TO b;

-- → primary key public.u.t_pkey → primary key public.u.u_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.u RENAME CONSTRAINT t_pkey TO u_pkey;

-- ~ function public.h()
CREATE OR REPLACE FUNCTION public.h() RETURNS bigint LANGUAGE sql
BEGIN ATOMIC
 SELECT sum(u.b) AS sum
    FROM u;
END;

COMMIT;
