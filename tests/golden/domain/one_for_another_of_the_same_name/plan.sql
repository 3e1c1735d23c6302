-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - domain public.place
--   breaks-clients: clients that use the type fail
DROP DOMAIN public.place;

-- + table public.place
CREATE TABLE public.place (
  id integer
);

-- - domain public.state
--   breaks-clients: clients that use the type fail
DROP DOMAIN public.state;

-- + enum public.state
CREATE TYPE public.state AS ENUM ('new', 'old');

-- ~ column public.t.s
--   breaks-clients: clients meet another type: text to state
ALTER TABLE public.t ALTER COLUMN s TYPE state USING s::state;

COMMIT;
