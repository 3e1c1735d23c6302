-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ enum public.mood
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.mood RENAME TO mood_plumb_old;
CREATE TYPE public.mood AS ENUM ('calm', 'busy');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public.mood_plumb_old;

-- + owner of enum public.mood
--   because goes with what it is on
ALTER TYPE public.mood OWNER TO golden_owner;

-- + privileges on enum public.mood
--   because goes with what it is on
REVOKE USAGE ON TYPE public.mood FROM PUBLIC;
GRANT USAGE ON TYPE public.mood TO golden_reader;

COMMIT;
