-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.i05
DROP INDEX public.i05;

-- + index public.t.i05
CREATE INDEX i05 ON public.t (name) WHERE name IN ('a', 'b');

COMMIT;
