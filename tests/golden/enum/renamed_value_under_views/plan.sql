-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ enum public.mood
--   breaks-clients: clients that write 'it's "bad", {so}' fail
ALTER TYPE public.mood RENAME VALUE 'it''s "bad", {so}' TO 'is "good", {so}';

SET search_path = types, public;

-- ~ enum types.st
--   breaks-clients: clients that write 'payed' fail
ALTER TYPE types.st RENAME VALUE 'payed' TO 'paid';

SET search_path = public;

-- ~ column public.t.some_of
ALTER TABLE public.t ALTER COLUMN some_of SET DEFAULT '{NULL,"NULL","is \"good\", {so}"}'::mood[];

-- + view public.three
CREATE VIEW public.three AS
select id from one where s = 'paid' and m = 'is "good", {so}';

COMMIT;
