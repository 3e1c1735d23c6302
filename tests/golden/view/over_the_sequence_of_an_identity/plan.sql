-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.t
CREATE TABLE public.t (
  a integer GENERATED ALWAYS AS IDENTITY NOT NULL
);

-- + view public.v
CREATE VIEW public.v AS
select last_value from t_a_seq;

COMMIT;
