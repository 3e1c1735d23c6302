-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.base
CREATE TABLE public.base (
  id integer NOT NULL,
  name text DEFAULT 'x',
  n integer,
  CONSTRAINT base_n CHECK (n > 0),
  CONSTRAINT base_only CHECK (id > 0) NO INHERIT
);

-- + table public.other
CREATE TABLE public.other (
  extra text
);

-- + table public.child
CREATE TABLE public.child (
  name text DEFAULT 'y',
  own text
) INHERITS (public.base, public.other);

-- + table public.grandchild
CREATE TABLE public.grandchild () INHERITS (public.child);
ALTER TABLE public.grandchild ALTER COLUMN n SET DEFAULT 5;

COMMIT;
