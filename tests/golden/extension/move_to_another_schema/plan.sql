-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public, ext;

-- Breaking

BEGIN;

-- - check public.people.people_email_check
--   because the type of column public.people.email changes
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.people DROP CONSTRAINT people_email_check;

-- ~ extension citext
--   breaks-clients: clients that name the old schema fail
ALTER EXTENSION citext SET SCHEMA ext;

-- ~ column public.people.email
--   rewrites-table: ext.citext to citext: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: ext.citext to citext
ALTER TABLE public.people ALTER COLUMN email DROP DEFAULT, ALTER COLUMN email TYPE citext, ALTER COLUMN email SET DEFAULT 'nobody@example.org'::citext;

-- + check public.people.people_email_check
--   because the type of column public.people.email changes
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.people ADD CONSTRAINT people_email_check CHECK (email <> '');

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.people;
