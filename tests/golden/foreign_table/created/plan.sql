-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + foreign table public.lines
CREATE FOREIGN TABLE public.lines (
  line text OPTIONS (force_not_null 'true'),
  n integer DEFAULT 1 NOT NULL,
  CONSTRAINT positive CHECK (n > 0)
) SERVER files OPTIONS (filename '/nowhere', format 'csv');
COMMENT ON FOREIGN TABLE public.lines IS 'lines of a file';
COMMENT ON COLUMN public.lines.line IS 'one line';

-- + foreign table public.t_2020
CREATE FOREIGN TABLE public.t_2020 PARTITION OF public.t FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') SERVER files OPTIONS (filename '/nowhere', format 'csv');

COMMIT;
