-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.persons
CREATE TABLE public.persons (
  id integer
);

-- + table public.users
CREATE TABLE public.users (
  id integer
);

COMMIT;

-- hint: table public.people is not renamed to public.persons, which comes new and empty: the old name is declared, too; leave that out until the rename is applied
-- hint: table public.people is not renamed to public.users, which comes new and empty: the old name is declared, too; leave that out until the rename is applied
