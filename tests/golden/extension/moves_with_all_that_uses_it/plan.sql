-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public, ext;

-- Breaking

BEGIN;

-- - view public.v
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - check public.t.t_h_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT t_h_check;

-- ~ extension hstore
--   breaks-clients: clients that name the old schema fail
ALTER EXTENSION hstore SET SCHEMA ext;

-- ~ extension pg_trgm
--   breaks-clients: clients that name the old schema fail
ALTER EXTENSION pg_trgm SET SCHEMA ext;

-- ~ column public.t.h
ALTER TABLE public.t ALTER COLUMN h SET DEFAULT 'a=>1';

-- + check public.t.t_h_check
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT t_h_check CHECK (ext.exist(h, 'a'));

-- + view public.v
CREATE VIEW public.v AS
select ext.akeys(h) as keys, ext.show_trgm(n) as grams from t;

COMMIT;
