-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.fresh
CREATE TABLE public.fresh (
  id integer NOT NULL,
  CONSTRAINT fresh_pkey PRIMARY KEY (id)
);
ALTER PUBLICATION p ADD TABLE ONLY public.fresh;

-- Breaking

-- - table public.items
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.items;

COMMIT;
