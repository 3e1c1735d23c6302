-- Plan for golden (PostgreSQL 15.20): 7 additive steps, 35 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- → index public.invoices.invoices_customer → index public.invoices.invoices_client
ALTER INDEX public.invoices_customer RENAME TO invoices_client;

-- + extension btree_gist
CREATE EXTENSION btree_gist;

-- + enum public.currency
CREATE TYPE public.currency AS ENUM ('EUR', 'EGP');

COMMIT;

-- ~ enum public.level
ALTER TYPE public.level ADD VALUE 'middle' AFTER 'low';

BEGIN;

-- + table public.payments
CREATE TABLE public.payments (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  invoice_id integer NOT NULL,
  amount numeric(12,2) NOT NULL,
  at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT payments_pkey PRIMARY KEY (id),
  CONSTRAINT payments_amount_check CHECK (amount <> 0)
);
CREATE INDEX payments_invoice_id_at_idx ON public.payments (invoice_id, at desc);
ALTER TABLE public.payments ADD CONSTRAINT payments_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES public.invoices (id);

-- + column public.invoices.currency
ALTER TABLE public.invoices ADD COLUMN currency currency DEFAULT 'EUR' NOT NULL;

-- + column public.invoices.valid
ALTER TABLE public.invoices ADD COLUMN valid daterange;

-- Breaking

-- → table public.customers → table public.clients
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.customers RENAME TO clients;

-- → table public.lines → table public.invoice_lines
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.lines RENAME TO invoice_lines;

-- → column public.clients.mail → column public.clients.email
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.clients RENAME COLUMN mail TO email;

-- → column public.invoices.customer_id → column public.invoices.client_id
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.invoices RENAME COLUMN customer_id TO client_id;

-- → primary key public.invoice_lines.lines_pkey → primary key public.invoice_lines.invoice_lines_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.invoice_lines RENAME CONSTRAINT lines_pkey TO invoice_lines_pkey;

-- → foreign key public.invoice_lines.lines_invoice_id_fkey → foreign key public.invoice_lines.invoice_lines_invoice_id_fkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.invoice_lines RENAME CONSTRAINT lines_invoice_id_fkey TO invoice_lines_invoice_id_fkey;

-- - view public.late
--   because view public.unpaid is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.late;

-- - view public.unpaid
--   because the type of column public.clients.id changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.unpaid;

-- - index public.clients.customers_name
--   breaks-clients: queries that use it become slow
DROP INDEX public.customers_name;

-- - index public.invoices.invoices_at
--   breaks-clients: queries that use it become slow
DROP INDEX public.invoices_at;

-- ~ column public.clients.name
ALTER TABLE public.clients ALTER COLUMN name TYPE varchar(200);

-- ~ column public.clients.level
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.clients ALTER COLUMN level SET NOT NULL;

-- + column public.clients.phone
ALTER TABLE public.clients ADD COLUMN phone text;

-- + column public.invoice_lines.price
ALTER TABLE public.invoice_lines ADD COLUMN price numeric(12,2);

-- ~ column public.invoices.total
--   destroys-data: double precision to numeric(12,2): what the new type has no room for is rounded or cut off without an error
--   rewrites-table: double precision to numeric(12,2): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients meet another type: double precision to numeric(12,2)
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.invoices ALTER COLUMN total TYPE numeric(12,2), ALTER COLUMN total SET DEFAULT 0;
ALTER TABLE public.invoices ALTER COLUMN total SET NOT NULL;

-- ~ column public.invoices.paid
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.invoices ALTER COLUMN paid SET DEFAULT false;
ALTER TABLE public.invoices ALTER COLUMN paid SET NOT NULL;

-- ~ column public.invoices.at
--   rewrites-table: timestamp to timestamptz: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: timestamp to timestamptz; values are read in the time zone of the session that does it (TimeZone)
ALTER TABLE public.invoices ALTER COLUMN at TYPE timestamptz;

-- + check public.clients.clients_email
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.clients ADD CONSTRAINT clients_email CHECK (email is null or email like '%@%' or true);

-- + index public.clients.customers_name
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX customers_name ON public.clients USING gin (name gin_trgm_ops);

-- + index public.invoices.invoices_at
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX invoices_at ON public.invoices USING brin (at);

-- - view public.old_report
--   breaks-clients: clients that use the view fail
DROP VIEW public.old_report;

-- - foreign key public.invoices.invoices_customer_id_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.invoices DROP CONSTRAINT invoices_customer_id_fkey;

-- ~ column public.invoices.client_id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.invoices ALTER COLUMN client_id TYPE bigint;

-- + exclusion public.invoices.one_at_a_time
--   blocks-reads: reads and writes of the table wait while its index is built; there is no online way
--   may-fail-on-data: two rows that collide make it fail
--   breaks-clients: clients that write colliding rows fail
ALTER TABLE public.invoices ADD CONSTRAINT one_at_a_time EXCLUDE USING gist (client_id with =, valid with &&);

-- + view public.paid_by_client
CREATE VIEW public.paid_by_client AS
select i.client_id, sum(p.amount) as amount from payments p join invoices i on i.id = p.invoice_id group by i.client_id;

-- - primary key public.clients.customers_pkey
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.clients DROP CONSTRAINT customers_pkey;

-- ~ column public.clients.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.clients ALTER COLUMN id DROP DEFAULT, ALTER COLUMN id TYPE bigint, ALTER COLUMN id SET DEFAULT nextval('customers_id_seq');

-- + primary key public.clients.clients_pkey
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.clients ADD CONSTRAINT clients_pkey PRIMARY KEY (id);

-- + foreign key public.invoices.invoices_client
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.invoices ADD CONSTRAINT invoices_client FOREIGN KEY (client_id) REFERENCES public.clients (id) ON DELETE RESTRICT;

-- + view public.unpaid
--   because the type of column public.clients.id changes
CREATE VIEW public.unpaid AS
select i.id, i.total, c.name from invoices i join clients c on c.id = i.client_id where not i.paid;

-- + view public.late
--   because view public.unpaid is replaced
CREATE VIEW public.late AS
select id, name from unpaid where total > 1000;
COMMENT ON VIEW public.late IS 'call them';

-- - column public.clients.old_code
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.clients DROP COLUMN old_code;

-- - column public.invoices.g
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.invoices DROP COLUMN g;

-- - table public.drafts
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.drafts;

-- - enum public.gone_type
--   breaks-clients: clients that use the type fail
DROP TYPE public.gone_type;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.clients;
ANALYZE public.invoices;

-- likely rename: primary key public.clients.customers_pkey goes and primary key public.clients.clients_pkey comes, alike: if it is a rename, say `renamed_from: customers_pkey`
