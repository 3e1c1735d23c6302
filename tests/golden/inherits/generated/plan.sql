-- Plan for golden (PostgreSQL 15.20): 5 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.base
CREATE TABLE public.base (
  a integer,
  twice integer GENERATED ALWAYS AS (a * 2) STORED
);

-- + table public.parted
CREATE TABLE public.parted (
  k integer,
  twice integer GENERATED ALWAYS AS (k * 2) STORED
) PARTITION BY list (k);

-- + table public.one
CREATE TABLE public.one (
  twice integer GENERATED ALWAYS AS (k * 2) STORED,
  k integer
);
ALTER TABLE public.parted ATTACH PARTITION public.one FOR VALUES IN (1);

-- + table public.same
CREATE TABLE public.same (
  a integer NOT NULL,
  twice integer NOT NULL
) INHERITS (public.base);

-- + table public.silent
CREATE TABLE public.silent (
  own integer
) INHERITS (public.base);

COMMIT;
