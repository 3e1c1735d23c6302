-- Plan for golden (PostgreSQL 15.20): 1 additive step, 14 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema crm
CREATE SCHEMA crm;

SET search_path = crm, public;

-- Breaking

-- → enum public.stage → enum crm.stage
--   breaks-clients: clients that use the old schema fail
ALTER TYPE public.stage SET SCHEMA crm;

-- → sequence public.numbers → sequence crm.numbers
--   breaks-clients: clients that use the old schema fail
ALTER SEQUENCE public.numbers SET SCHEMA crm;

-- → table public.clients → table crm.clients
--   breaks-clients: clients that use the old schema fail
ALTER TABLE public.clients SET SCHEMA crm;

-- → view public.fresh → view crm.fresh
--   breaks-clients: clients that use the old schema fail
ALTER VIEW public.fresh SET SCHEMA crm;

SET search_path = public;

-- - view public.all_orders
--   because view crm.fresh is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.all_orders;

SET search_path = crm, public;

-- - view crm.fresh
--   because the type of column crm.clients.st changes
--   breaks-clients: clients that use the view fail
DROP VIEW crm.fresh;

-- - index crm.clients.clients_no_idx
--   breaks-clients: queries that use it become slow
DROP INDEX crm.clients_no_idx;

-- - check crm.clients.clients_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE crm.clients DROP CONSTRAINT clients_check;

-- ~ column crm.clients.st
--   rewrites-table: crm.stage to stage: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: crm.stage to stage
ALTER TABLE crm.clients ALTER COLUMN st DROP DEFAULT, ALTER COLUMN st TYPE stage USING st::stage, ALTER COLUMN st SET DEFAULT 'new'::stage;

-- ~ column crm.clients.no
ALTER TABLE crm.clients ALTER COLUMN no SET DEFAULT nextval('numbers'::regclass);

-- + check crm.clients.clients_check
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE crm.clients ADD CONSTRAINT clients_check CHECK (st <> 'done' or no > 0);

-- + index crm.clients.clients_no_idx
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX clients_no_idx ON crm.clients (no) WHERE st = 'new';

-- + view crm.fresh
--   because the type of column crm.clients.st changes
CREATE VIEW crm.fresh AS
select id, st from clients where st = 'new';
COMMENT ON VIEW crm.fresh IS 'not done';

SET search_path = public;

-- + view public.all_orders
--   because view crm.fresh is replaced
CREATE VIEW public.all_orders AS
select o.id, f.st from orders o join crm.fresh f on f.id = o.client_id;

COMMIT;
