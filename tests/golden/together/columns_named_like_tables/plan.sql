-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.users
CREATE TABLE public.users (
  id integer NOT NULL,
  role text DEFAULT 'x' NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_role_check CHECK (role <> '')
);
CREATE INDEX users_lower_idx ON public.users (lower(role));

-- + table public.role
CREATE TABLE public.role (
  id integer NOT NULL,
  users integer,
  CONSTRAINT role_pkey PRIMARY KEY (id),
  CONSTRAINT role_users_check CHECK (users > 0)
);
CREATE INDEX role_users_idx ON public.role (users) WHERE users > 1;
ALTER TABLE public.role ADD CONSTRAINT role_users_fkey FOREIGN KEY (users) REFERENCES public.users (id);

COMMIT;
