-- Plan for golden (PostgreSQL 15.20): 9 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + table public.users
CREATE TABLE public.users (
  id integer NOT NULL,
  number bigint NOT NULL,
  other integer DEFAULT 1,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT plain CHECK (id > 0)
);

-- + function public.all_users()
CREATE FUNCTION public.all_users() RETURNS SETOF users LANGUAGE plpgsql
AS $$begin return query select * from users; end$$;

-- + function public.any_user()
CREATE FUNCTION public.any_user() RETURNS boolean LANGUAGE sql STABLE
return (select count(*) > 0 from all_users());

-- + function public.count_users()
CREATE FUNCTION public.count_users() RETURNS bigint LANGUAGE sql STABLE
return (select count(*) from users);

-- + function public.is_good(users)
CREATE FUNCTION public.is_good(u users) RETURNS boolean LANGUAGE sql IMMUTABLE
return (u).id > 0;

-- + table public.posts
CREATE TABLE public.posts (
  id integer NOT NULL,
  users_then bigint DEFAULT count_users(),
  CONSTRAINT posts_pkey PRIMARY KEY (id)
);

-- ~ column public.users.number
ALTER TABLE public.users ALTER COLUMN number SET DEFAULT count_users();

-- + check public.users."any"
ALTER TABLE public.users ADD CONSTRAINT "any" CHECK (any_user());

-- + check public.users.good
ALTER TABLE public.users ADD CONSTRAINT good CHECK (is_good(users.*));

COMMIT;
