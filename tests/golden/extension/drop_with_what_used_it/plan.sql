-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.people.nick
--   blocks-reads: indexes on the column are rebuilt while reads and writes wait
--   breaks-clients: clients meet another type: citext to text
ALTER TABLE public.people ALTER COLUMN nick DROP DEFAULT, ALTER COLUMN nick TYPE text, ALTER COLUMN nick SET DEFAULT 'x'::text;

-- - view public.emails
--   breaks-clients: clients that use the view fail
DROP VIEW public.emails;

-- - index public.people.people_bio
--   breaks-clients: queries that use it become slow
DROP INDEX public.people_bio;

-- - column public.people.email
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.people DROP COLUMN email;

-- - extension citext
--   breaks-clients: its types, functions and operators go with it
DROP EXTENSION citext;

-- - extension pg_trgm
--   breaks-clients: its types, functions and operators go with it
DROP EXTENSION pg_trgm;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.people;
