-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.t
CREATE TABLE public.t (
  id integer NOT NULL,
  a integer,
  b integer,
  CONSTRAINT t_pkey PRIMARY KEY (id),
  CONSTRAINT t_a UNIQUE (a),
  CONSTRAINT t_a_not_distinct UNIQUE NULLS NOT DISTINCT (a),
  CONSTRAINT t_b UNIQUE (a, b),
  CONSTRAINT t_id_deferrable UNIQUE (id) DEFERRABLE
);
ALTER TABLE public.t ADD CONSTRAINT t_a_again UNIQUE (a);
ALTER TABLE public.t ADD CONSTRAINT t_id UNIQUE (id);

COMMIT;
