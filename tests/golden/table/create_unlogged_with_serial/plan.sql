-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.cache
CREATE UNLOGGED SEQUENCE public.cache_id_seq AS integer;
CREATE UNLOGGED TABLE public.cache (
  id integer DEFAULT nextval('cache_id_seq'::regclass) NOT NULL,
  no bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  key text NOT NULL,
  CONSTRAINT cache_pkey PRIMARY KEY (key)
);
ALTER SEQUENCE public.cache_id_seq OWNED BY public.cache.id;

COMMIT;
