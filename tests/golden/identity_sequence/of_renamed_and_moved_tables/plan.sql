-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = app, public;

-- Breaking

BEGIN;

-- → table public.m → table app.m
--   breaks-clients: clients that use the old schema fail
ALTER TABLE public.m SET SCHEMA app;

-- → table public.w → table app.w
--   breaks-clients: clients that use the old schema fail
ALTER TABLE public.w SET SCHEMA app;

SET search_path = public;

-- → table public.t → table public.u
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME TO u;

-- → column public.u.id → column public.u.no
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.u RENAME COLUMN id TO no;

-- ~ column public.s.id
--   breaks-clients: clients that use its sequence by the old name fail
ALTER SEQUENCE public.s_id_seq RENAME TO numbers;

-- ~ privileges on identity sequence public.numbers
GRANT USAGE ON SEQUENCE public.numbers TO golden_writer;

COMMIT;
