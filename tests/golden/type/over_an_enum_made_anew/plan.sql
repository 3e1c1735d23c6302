-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - type public.feeling
--   because enum public.mood is made anew
--   breaks-clients: clients that use the type fail
DROP TYPE public.feeling;

-- ~ enum public.mood
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.mood RENAME TO mood_plumb_old;
CREATE TYPE public.mood AS ENUM ('calm');
ALTER TABLE public.t ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP TYPE public.mood_plumb_old;

-- + type public.feeling
--   because enum public.mood is made anew
CREATE TYPE public.feeling AS (
  mood mood,
  since date
);
COMMENT ON TYPE public.feeling IS 'how it is';

COMMIT;
