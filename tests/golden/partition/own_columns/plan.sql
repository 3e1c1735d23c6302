-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ column public.t.a
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 2;

-- + table public.t_3
CREATE TABLE public.t_3 PARTITION OF public.t (
  CONSTRAINT own CHECK (id > 0)
) FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
ALTER TABLE public.t_3 ALTER COLUMN a SET DEFAULT 7;
ALTER TABLE public.t_3 ALTER COLUMN b SET NOT NULL;

-- ~ column public.t_1.a
ALTER TABLE public.t_1 ALTER COLUMN a SET DEFAULT 5;

-- Breaking

-- ~ column public.t_2.a
--   breaks-clients: clients that leave the column out write NULL, or fail
ALTER TABLE public.t_2 ALTER COLUMN a DROP DEFAULT;

COMMIT;
