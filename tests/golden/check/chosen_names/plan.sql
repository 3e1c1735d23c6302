-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + check public.t.t_a_check1
ALTER TABLE public.t ADD CONSTRAINT t_a_check1 CHECK (a < 100);

-- + check public.t.t_b_check
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK (b > 0);

-- + check public.t.t_check1
ALTER TABLE public.t ADD CONSTRAINT t_check1 CHECK (a + b < 1000);

-- + check public.t.t_check2
ALTER TABLE public.t ADD CONSTRAINT t_check2 CHECK (1 = 1);

COMMIT;
