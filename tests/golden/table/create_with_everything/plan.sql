-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.places
CREATE SEQUENCE public.places_seq_seq AS integer;
CREATE TABLE public.places (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  seq integer DEFAULT nextval('places_seq_seq'::regclass) NOT NULL,
  name text NOT NULL,
  body text COMPRESSION lz4,
  price numeric(10,2) DEFAULT 0 NOT NULL,
  cents bigint GENERATED ALWAYS AS (price * 100) STORED,
  code char(3) COLLATE "C",
  city_id uuid,
  next_id bigint,
  during tstzrange,
  CONSTRAINT places_pkey PRIMARY KEY (id),
  CONSTRAINT places_code_key UNIQUE (code),
  CONSTRAINT places_once UNIQUE NULLS NOT DISTINCT (name, city_id),
  CONSTRAINT named CHECK (name <> ''),
  CONSTRAINT places_price_check CHECK (price >= 0),
  CONSTRAINT no_overlap EXCLUDE USING gist (during with &&)
) WITH (fillfactor=70, autovacuum_vacuum_scale_factor=0.05, toast.autovacuum_enabled=false);
ALTER TABLE public.places REPLICA IDENTITY full;
ALTER TABLE public.places ALTER COLUMN name SET STORAGE external;
ALTER TABLE public.places ALTER COLUMN name SET STATISTICS 500;
ALTER SEQUENCE public.places_seq_seq OWNED BY public.places.seq;
CREATE INDEX places_name ON public.places (lower(name), id desc);
ALTER TABLE public.places ADD CONSTRAINT places_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.cities (id) ON DELETE CASCADE;
ALTER TABLE public.places ADD CONSTRAINT places_next_id_fkey FOREIGN KEY (next_id) REFERENCES public.places (id);
COMMENT ON TABLE public.places IS 'Places to visit';
COMMENT ON COLUMN public.places.name IS 'as people say it';
COMMENT ON CONSTRAINT named ON public.places IS 'no empty names';

COMMIT;
