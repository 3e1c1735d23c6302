-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ owner of table public.t
--   breaks-clients: golden_owner may then do with it what it likes, postgres only what is granted to it
ALTER TABLE public.t OWNER TO golden_owner;

-- + privileges on enum public.mood
--   breaks-clients: public loses usage
REVOKE USAGE ON TYPE public.mood FROM PUBLIC;

-- + privileges on table public.t
--   breaks-clients: golden_owner loses delete, insert, references, trigger, truncate, update
REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE public.t FROM golden_owner;

COMMIT;
