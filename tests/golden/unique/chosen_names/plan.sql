-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.new_t
CREATE TABLE public.new_t (
  a integer,
  b integer,
  CONSTRAINT new_t_a_b_key UNIQUE (a, b),
  CONSTRAINT new_t_a_key UNIQUE (a),
  CONSTRAINT new_t_b_key UNIQUE NULLS NOT DISTINCT (b)
);

-- + unique public.t.t_a_key
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE (a);

-- + unique public.t.t_b_c_key
ALTER TABLE public.t ADD CONSTRAINT t_b_c_key UNIQUE (b, c) INCLUDE (a);

-- + unique public.t.t_c_key
ALTER TABLE public.t ADD CONSTRAINT t_c_key UNIQUE (c);

-- Breaking

-- - unique public.t.t_a_b_key
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.t DROP CONSTRAINT t_a_b_key;

-- + unique public.t.t_a_b_key
ALTER TABLE public.t ADD CONSTRAINT t_a_b_key UNIQUE (a, b);

COMMIT;
