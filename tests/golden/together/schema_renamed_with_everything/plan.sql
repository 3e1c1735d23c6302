-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → schema shop → schema store
--   breaks-clients: clients that use the old name fail
ALTER SCHEMA shop RENAME TO store;

-- - view public.outside
--   breaks-clients: clients that use the view fail
DROP VIEW public.outside;

SET search_path = store, public;

-- - view store.fresh
--   breaks-clients: clients that use the view fail
DROP VIEW store.fresh;

-- + view store.fresh
CREATE VIEW store.fresh AS
select id, st from clients where st = 'new';

SET search_path = public;

-- + view public.outside
CREATE VIEW public.outside AS
select id from store.fresh;

COMMIT;
