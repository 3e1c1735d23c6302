-- Plan for golden (PostgreSQL 15.20): 1 additive step, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + extension pg_trgm
CREATE EXTENSION pg_trgm;

-- Breaking

-- + index public.people.people_name_trgm
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX people_name_trgm ON public.people USING gin (name gin_trgm_ops);

COMMIT;
